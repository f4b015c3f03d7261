import { compareArms, network, pool } from "@acumeta/core";
import { expect, test } from "vitest";
import { expectAsPrinted } from "./asPrinted.ts";
import { depression } from "./depression.ts";

/**
 * Linde et al. 2015, table 3 (annfammed.org/content/13/1/69/tab-figures-data): odds ratios of response, and trials; of single
 * comparisons by DerSimonian-Laird. Left out: SSRI against SNRI, of which the table counts four trials and the data hold three,
 * and SSRI against NaSSa, where the table has 1.05 and the data give 1.03.
 */
const pairwise = [
  ["TCA", "SSRI", "0.95", "0.84", "1.08", 18, "0"],
  ["TCA", "SNRI", "0.83", "0.37", "1.89", 2, "55"],
  ["TCA", "Low-dose SARI", "1.43", "0.60", "3.42", 2, "79"],
  ["TCA", "NaSSa", "3.83", "1.67", "8.75", 1, null],
  ["TCA", "rMAO-A", "1.65", "1.16", "2.34", 3, "0"],
  ["TCA", "Hypericum", "0.87", "0.54", "1.41", 2, "24"],
  ["TCA", "Placebo", "1.67", "1.24", "2.25", 8, "25"],
  ["SSRI", "NRI", "1.18", "0.85", "1.65", 1, null],
  ["SSRI", "Hypericum", "0.88", "0.63", "1.23", 6, "46"],
  ["SSRI", "Placebo", "1.57", "1.31", "1.89", 7, "0"],
  ["SNRI", "Placebo", "1.94", "0.96", "3.93", 1, null],
  ["Low-dose SARI", "NaSSa", "2.11", "1.37", "3.25", 4, "0"],
] as const;

/** Against placebo, in one Bayesian model of all trials: not the same method, and one trial more. */
const ofNetwork = {
  TCA: [1.75, 1.42, 2.15],
  SSRI: [1.69, 1.4, 2.04],
  SNRI: [1.75, 1.24, 2.47],
  NRI: [1.42, 0.81, 2.49],
  "Low-dose SARI": [1.8, 1.17, 2.76],
} as const;

const effects = compareArms(depression, { measure: "logOR" });
const fit = network(effects, { reference: "Placebo", tau2: "REML", interval: "z" });

test.each(pairwise)("%s against %s alone", (treatment, other, estimate, lower, upper, k, I2) => {
  const trials = effects.flatMap(({ study, measure, treat1, treat2, yi, vi }) => {
    if (treat1 === treatment && treat2 === other) return [{ study, measure, yi, vi }];
    return treat1 === other && treat2 === treatment ? [{ study, measure, yi: -yi, vi }] : [];
  });
  const pooled = pool(trials, { tau2: "DL", interval: "z" });
  expect(pooled.k).toBe(k);
  expectAsPrinted(Math.exp(pooled.estimate), estimate);
  expectAsPrinted(Math.exp(pooled.ci.lower), lower);
  expectAsPrinted(Math.exp(pooled.ci.upper), upper);
  if (I2 !== null) expectAsPrinted(pooled.heterogeneity.I2, I2);
});

test.each(Object.entries(ofNetwork))("%s against placebo in the network", (treatment, [estimate, lower, upper]) => {
  const effect = fit.effects.find((each) => each.treatment === treatment)!;
  const apart = (value: number, printed: number) => Math.abs(value - Math.log(printed));
  expect(apart(effect.estimate, estimate)).toBeLessThan(0.02);
  expect(apart(effect.ci.lower, lower)).toBeLessThan(0.05);
  expect(apart(effect.ci.upper, upper)).toBeLessThan(0.05);
});
