import { criticalValue } from "../../numerics/quantileCache.js";
import { differences } from "../differences.js";
import type { OrderRule } from "./rule.js";

/** One critical value for all pairs makes this an order: of three, the outer difference is as sure as the less sure inner one. */
export const pairwise: OrderRule<"pairwise"> = {
  id: "pairwise",
  label: "the interval of their difference is above 0",
  citation: "Rücker & Schwarzer 2015, BMC Medical Research Methodology 15:58",
  weak: false,
  compute: (joint, { level }) => {
    const { difference, se } = differences(joint);
    const critical = criticalValue(level, joint.df);
    return Uint8Array.from(difference, (apart, place) =>
      apart > (se[place] === 0 ? 0 : critical * se[place]!) ? 1 : 0,
    );
  },
};
