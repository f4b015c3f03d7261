import { type GoodEnd, type Measure, measures } from "@acumeta/core";

/** Which effects are good: "above 0", "below 1". */
export function betterText(measure: Measure, better: GoodEnd): string {
  return `${better === "higher" ? "above" : "below"} ${measures[measure].ratio ? 1 : 0}`;
}
