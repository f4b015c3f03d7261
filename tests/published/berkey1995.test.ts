import { effectSizes, pool } from "@acumeta/core";
import { expect, test } from "vitest";
import { expectAsPrinted } from "./asPrinted.ts";
import { papers } from "./papers/paper.ts";

const bcg = papers.find(({ data }) => data.includes("dat.bcg"))!.table!;
const [a, n1, c, n2] = ["a", "n1", "c", "n2"].map((column) => bcg[column]!) as [number[], number[], number[], number[]];
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/**
 * The article smooths the variances of log RR: the odds against tuberculosis, averaged over trials, divided by the
 * trial's own number of patients, in each arm.
 */
const smoothed = n1.map(
  (_, i) =>
    mean(a.map((events, j) => (n1[j]! - events) / events)) / n1[i]! +
    mean(c.map((events, j) => (n2[j]! - events) / events)) / n2[i]!,
);

test("Berkey 1995, Statistics in Medicine 14:395-411, p. 408: the empirical Bayes mean of 13 trials of BCG vaccine", () => {
  const effects = effectSizes("logRR", { a, n1, c, n2 }).map(({ yi }, i) => ({
    study: `${i + 1}`,
    measure: "logRR" as const,
    yi: yi!,
    vi: smoothed[i]!,
  }));
  const { estimate, ci, tau2 } = pool(effects, { tau2: "PM", interval: "z" });
  expect(effects).toHaveLength(13);
  expectAsPrinted(estimate, "-0.5429");
  expectAsPrinted(ci.se, "0.1842");
  expectAsPrinted(tau2.value, "0.268");
});
