import {
  type BiasCorrectionId,
  type BiasTestId,
  biasCorrections,
  biasTest,
  biasTests,
  correctForBias,
  type Effect,
  type ExcessTestId,
  excessSignificance,
  excessTests,
  type FailSafeMethodId,
  failSafeMethods,
  failSafeN,
  funnel,
  henmiCopas,
  isMetaError,
  limitMeta,
  smallStudyEffects,
  type TrimFillEstimatorId,
  trimAndFill,
  trimFillEstimators,
} from "@acumeta/core";
import { describe, expect, test } from "vitest";
import { edgeCases } from "../edgeCases.ts";
import { faults } from "../faults.ts";

const ids = <Id extends string>(registry: Readonly<Record<Id, unknown>>) => Object.keys(registry) as Id[];
const ofEffects = ids<BiasTestId>(biasTests).filter((id) => biasTests[id].rows === "effects");

type Run = (effects: readonly Effect<"SMD">[]) => unknown;

const methods: readonly (readonly [string, Run])[] = [
  ...ofEffects.map((id) => [id, (effects) => biasTest(effects, { test: id })] as [string, Run]),
  ...ids<TrimFillEstimatorId>(trimFillEstimators).map(
    (estimator) => [estimator, (effects) => trimAndFill(effects, { estimator })] as [string, Run],
  ),
  ...ids<FailSafeMethodId>(failSafeMethods).map(
    (method) => [method, (effects) => failSafeN(effects, { method })] as [string, Run],
  ),
  ...ids<BiasCorrectionId>(biasCorrections).map(
    (method) => [method, (effects) => correctForBias(effects, { method })] as [string, Run],
  ),
  ...ids<ExcessTestId>(excessTests).map(
    (id) => [id, (effects) => excessSignificance(effects, { test: id })] as [string, Run],
  ),
  ["limitMeta", (effects) => limitMeta(effects)],
  ["henmiCopas", (effects) => henmiCopas(effects)],
  ["funnel", (effects) => funnel(effects)],
  ["smallStudyEffects", (effects) => smallStudyEffects(effects)],
];

/** What a method may refuse: too little to go on, and a study filled in beyond the numbers that `pool` takes. */
const REFUSALS = ["TOO_FEW_EFFECTS", "SAME_PRECISION", "OUT_OF_RANGE"];

describe.each(methods)("%s", (_, run) => {
  test.each(Object.entries(edgeCases))("on %s is frozen and finite, or says what it needs", (_name, effects) => {
    try {
      expect(faults(run(effects))).toEqual([]);
    } catch (error) {
      if (!isMetaError(error)) throw error;
      expect(REFUSALS).toContain(error.code);
    }
  });
});
