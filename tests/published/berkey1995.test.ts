import { type Effect, effectSizes, pool } from "@acumeta/core";
import { describe, expect, test } from "vitest";
import { expectAsPrinted } from "./asPrinted.ts";
import { metaRegression } from "./metaRegression.ts";
import { papers } from "./papers/paper.ts";

const bcg = papers.find(({ moderators }) => moderators?.latitude !== undefined)!;
const [a, n1, c, n2] = ["a", "n1", "c", "n2"].map((column) => bcg.table![column]!) as [
  number[],
  number[],
  number[],
  number[],
];
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

const effects: readonly Effect<"logRR">[] = effectSizes("logRR", { a, n1, c, n2 }).map(({ yi }, i) => ({
  study: `${i + 1}`,
  measure: "logRR",
  yi: yi!,
  vi: smoothed[i]!,
}));

/** At the mean latitude, which the article prints as 33.46: from 33.46 itself it would be -0.6303 and -0.5949. */
const onLatitude = (tau2: "EB" | "EE", latitude = mean(bcg.moderators!.latitude!)) => {
  const found = metaRegression(effects, bcg.moderators!, { tau2, on: ["latitude"], centre: { latitude } });
  const [level, slope] = found.coefficients;
  return { ...found, level: level!, slope: slope! };
};

describe("Berkey 1995, Statistics in Medicine 14:395-411, p. 408: 13 trials of BCG vaccine", () => {
  test("the empirical Bayes mean", () => {
    const { estimate, ci, tau2 } = pool(effects, { tau2: "PM", interval: "z" });
    expect(effects).toHaveLength(13);
    expectAsPrinted(estimate, "-0.5429");
    expectAsPrinted(ci.se, "0.1842");
    expectAsPrinted(tau2.value, "0.268");
  });

  test("on latitude, random effects", () => {
    const { level, slope, tau2, R2 } = onLatitude("EB");
    expectAsPrinted(level.value, "-0.6304");
    expectAsPrinted(level.se, "0.1591");
    expectAsPrinted(slope.value, "-0.0268");
    expectAsPrinted(slope.se, "0.0110");
    expectAsPrinted(tau2.value, "0.157");
    expectAsPrinted(R2, "41");
    expectAsPrinted(Math.exp(level.value), "0.53");
    expectAsPrinted(Math.exp(onLatitude("EB", 42).level.value), "0.42");
  });

  test("on latitude, fixed effects", () => {
    const { level, slope } = onLatitude("EE");
    expectAsPrinted(level.value, "-0.5950");
    expectAsPrinted(level.se, "0.0696");
    expectAsPrinted(slope.value, "-0.0282");
    expectAsPrinted(slope.se, "0.0040"); // it prints 0.0039, of 0.00399
    expectAsPrinted(Math.exp(level.value), "0.55");
    expectAsPrinted(Math.exp(onLatitude("EE", 42).level.value), "0.43");
  });
});
