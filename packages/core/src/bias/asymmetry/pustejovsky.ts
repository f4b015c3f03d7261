import { dispersedLine } from "./line.js";
import type { GroupsTest } from "./test.js";

/**
 * Egger's test with √(1/n₁ + 1/n₂) in place of the standard error of a standardised mean difference, as predictor and
 * (inverse squared) as weight: the part of the standard error that does not depend on the effect.
 *
 * Pustejovsky & Rodgers 2019, Research Synthesis Methods 10:57-71.
 */
export const pustejovsky: GroupsTest<"Pustejovsky"> = {
  id: "Pustejovsky",
  label: "Pustejovsky and Rodgers' regression test",
  citation: "Pustejovsky & Rodgers 2019, Research Synthesis Methods 10:57-71",
  rows: "groups",
  minimumK: 3,
  compute(groups, { y }, { level }) {
    const variance = Float64Array.from(groups, ({ n1, n2 }) => 1 / n1 + 1 / n2);
    return dispersedLine(
      { x: variance.map(Math.sqrt), y, w: variance.map((each) => 1 / each) },
      { limit: true, level },
    );
  },
};
