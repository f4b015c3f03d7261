import { network } from "@acumeta/core";
import { expect, test } from "vitest";
import { networkEffects } from "../../../golden/adapters/network.ts";
import { tau2WithoutCovariances } from "../../../golden/adapters/networkWithoutCovariances.ts";
import { readCases, shippedCases } from "../../../golden/readCases.ts";
import fixture from "./likelihood.json" with { type: "json" };

/** likelihood.R: rma.mv of metafor with all sampling covariances; netmeta's own REML and ML leave out those within trials. */
const cases = readCases([shippedCases]).filter(({ suite }) => suite === "nma.netmeta");

const optionsOf = (method: string, reference: string) =>
  ({ tau2: method as "REML" | "ML", interval: "z", reference }) as const;
const effectsOf = (name: string) => networkEffects(cases.find(({ id }) => id === `nma/${name}/DL`)!);

test.each(fixture)("$method of $name is that of rma.mv", ({ name, method, reference, tau2, estimate, se, logLik }) => {
  const fit = network(effectsOf(name), optionsOf(method, reference));
  expect(fit.tau2.converged).toBe(true);
  expect(Math.abs(fit.tau2.value - tau2)).toBeLessThan(1e-6 * Math.max(tau2, 1e-3));
  expect(Math.abs(fit.fit[method as "REML" | "ML"]!.logLik / logLik - 1)).toBeLessThan(1e-9);
  fit.effects.forEach((effect, i) => {
    expect(Math.abs(effect.estimate - estimate[i]!)).toBeLessThan(1e-6);
    expect(Math.abs(effect.se / se[i]! - 1)).toBeLessThan(1e-6);
  });
});

test("without the covariances within its one trial of three arms, τ² of Senn2013 is netmeta's", () => {
  const effects = effectsOf("Senn2013");
  const { expected } = cases.find(({ id }) => id === "nma/Senn2013/REML")!;
  const theirs = tau2WithoutCovariances(effects, { reference: "plac", method: "REML" });
  expect(Math.abs(theirs - Number(expected.tau2))).toBeLessThan(1e-8);
  expect(Math.abs(theirs - network(effects).tau2.value)).toBeGreaterThan(1e-3);
});
