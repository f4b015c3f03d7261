import { stepdown } from "../sets/stepdown.js";
import { allPairs, testsOf } from "../sets/testedPairs.js";
import type { OrderRule } from "./rule.js";

export const simultaneous: OrderRule<"simultaneous"> = {
  id: "simultaneous",
  label: "their difference is shown by a test that holds for all pairs together, stepwise",
  citation: "Mogstad, Romano, Shaikh & Wilhelm 2024, Review of Economic Studies 91:476-518",
  weak: false,
  compute: (joint, how) => stepdown(allPairs(joint.names.length), testsOf(joint, { ...how, stepwise: true })),
};
