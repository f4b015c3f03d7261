import { differences } from "../differences.js";
import { pairwiseRanks } from "../pairwiseRanks.js";
import type { OrderRule } from "./rule.js";

export const scores: OrderRule<"scores"> = {
  id: "scores",
  label: "its P-score is at least as high by every criterion, and higher by one",
  citation: "Rücker & Schwarzer 2017, Research Synthesis Methods 8:526-536",
  weak: true,
  compute: (joint, { level }) => {
    const { scores } = pairwiseRanks(differences(joint), { df: joint.df, level });
    return Uint8Array.from(scores.flatMap((one) => scores.map((other) => (one >= other ? 1 : 0))));
  },
};
