import { compareArms, network } from "@acumeta/core";
import { expect, test } from "vitest";
import { smoking } from "../core/network/binary/arms.ts";
import { expectAsPrinted } from "./asPrinted.ts";

/**
 * Smoking cessation: Hasselblad V (1998). Meta-analysis of multi-treatment studies. Medical Decision Making 18:37-43; counts as
 * in Dias S, Welton NJ, Sutton AJ, Caldwell DM, Lu G, Ades AE (2013), Medical Decision Making 33:641-656. Odds ratios against no
 * contact, random effects with t distributions, as R's netmeta 3.6-0 prints them: github.com/guido-s/netmeta, issue 32.
 */
const printed = {
  B: { estimate: "1.5162", lower: "0.7081", upper: "3.2469", se: "0.3681022", p: "0.2698", statistic: "1.13" },
  C: { estimate: "2.0822", lower: "1.3238", upper: "3.2749", se: "0.2189236", p: "0.0028", statistic: "3.35" },
  D: { estimate: "2.4653", lower: "1.0522", upper: "5.7761", se: "0.4115865", p: "0.0387", statistic: "2.19" },
};

const fit = network(compareArms(smoking, { measure: "logOR" }), { reference: "A", tau2: "DL", interval: "t" });

test.each(Object.entries(printed))(
  "%s against no contact",
  (treatment, { estimate, lower, upper, se, p, statistic }) => {
    const effect = fit.effects.find((each) => each.treatment === treatment)!;
    expectAsPrinted(Math.exp(effect.estimate), estimate);
    expectAsPrinted(Math.exp(effect.ci.lower), lower);
    expectAsPrinted(Math.exp(effect.ci.upper), upper);
    expectAsPrinted(effect.se, se);
    expectAsPrinted(effect.ci.p, p);
    expectAsPrinted(effect.ci.statistic, statistic);
  },
);

test("24 trials, two of three arms, compare four treatments", () => {
  expect([fit.k, fit.m, fit.treatments.length]).toEqual([24, 28, 4]);
  expect(fit.heterogeneity.df).toBe(23);
});
