import type { Effect, Measure } from "../../effects/effect.js";
import { isMetaError } from "../../errors/metaError.js";
import { freeze } from "../../numerics/freeze.js";
import type { PoolOptions } from "../../pool/options.js";
import { pool } from "../../pool/pool.js";
import type { PooledEffect } from "../../pool/result.js";
import { type BiasTestResult, biasTest } from "../asymmetry/biasTest.js";
import { type BiasTestId, biasTests } from "../asymmetry/index.js";
import { type BiasRows, type ReadRows, readRows } from "../asymmetry/rows.js";
import { type CorrectedEffect, correctForBias } from "../correction/correctForBias.js";
import { type BiasCorrectionId, biasCorrections } from "../correction/index.js";
import { type ExcessSignificance, excessSignificance } from "../excessSignificance/excessSignificance.js";
import { type HenmiCopas, henmiCopas } from "../henmiCopas.js";
import { type LimitMeta, limitMeta } from "../limitMeta.js";
import { type TrimAndFill, trimAndFill } from "../trimAndFill/trimAndFill.js";
import {
  type Circumstances,
  cautionOf,
  worthOfCorrection,
  worthOfExcess,
  worthOfHenmiCopas,
  worthOfLimit,
  worthOfTest,
  worthOfTrimAndFill,
} from "./worth.js";

/** A result, and in words what it is worth for these studies. */
export interface Weighed<Result> {
  readonly worth: string;
  readonly result: Result;
}

/** The frozen, JSON-serialisable result of {@link smallStudyEffects}; null where a method needs more studies. */
export interface SmallStudyEffects {
  readonly k: number;
  /** What no method can make up for here. */
  readonly caution: string;
  readonly pooled: PooledEffect;
  /** Every test that the rows allow. */
  readonly tests: readonly Weighed<BiasTestResult>[];
  readonly trimAndFill: Weighed<TrimAndFill> | null;
  readonly excessSignificance: Weighed<ExcessSignificance> | null;
  readonly corrections: readonly Weighed<CorrectedEffect>[];
  readonly limitMeta: Weighed<LimitMeta> | null;
  readonly henmiCopas: Weighed<HenmiCopas> | null;
  /** Methods that could not be run, and why. */
  readonly skipped: readonly { readonly method: string; readonly because: string }[];
}

/**
 * All that can be said of small-study effects in one result: every test that the rows allow, trim and fill, the test of
 * excess significance, corrected means, limit meta-analysis, and Henmi and Copas' interval, each with a sentence on
 * what it is worth at this number of studies and this heterogeneity.
 *
 * @param rows As of `biasTest`: with tables of events or groups the tests made for them are run too.
 * @param options As of `pool`.
 *
 * Throws what `pool` throws; a method that needs more studies is listed in `skipped` instead.
 * Sterne et al. 2011, BMJ 343:d4002; Cochrane Handbook 6.5, ch. 13.
 *
 * @example
 * import { smallStudyEffects } from "@acumeta/core";
 * const effects = [0.1, 0.4, 0.5, 0.9].map((yi, i) => (
 *   { study: `s${i}`, measure: "MD", yi, vi: 0.01 * (i + 1) ** 2 } as const
 * ));
 * const overview = smallStudyEffects(effects);
 * overview.tests.map(({ result }) => result.test); // => ["Egger", "mixed", "Thompson-Sharp", "Begg"]
 * overview.tests[0].worth; // => "Low power with 4 studies."
 */
export function smallStudyEffects(rows: BiasRows, options: PoolOptions = {}): SmallStudyEffects {
  const read = readRows(rows);
  const effects = effectsOf(rows, read);
  const pooled = pool(effects, options);
  const { tau2, level } = pooled.choices as Required<Pick<PoolOptions, "tau2" | "level">>;
  const circumstances = circumstancesOf(pooled);
  const skipped: { method: string; because: string }[] = [];
  const run = <Result>(method: string, worth: string, compute: () => Result): Weighed<Result> | null => {
    try {
      return { worth, result: compute() };
    } catch (error) {
      if (!isMetaError(error)) throw error;
      skipped.push({ method, because: error.message });
      return null;
    }
  };
  const tests = (Object.keys(biasTests) as BiasTestId[])
    .filter((id) => ["effects", read.kind].includes(biasTests[id].rows))
    .map((test) => run(test, worthOfTest(test, circumstances), () => biasTest(rows, { test, tau2, level })));
  const corrections = (Object.keys(biasCorrections) as BiasCorrectionId[]).map((method) =>
    run(method, worthOfCorrection(method, circumstances), () => correctForBias(effects, { method, level })),
  );
  return freeze<SmallStudyEffects>({
    k: pooled.k,
    caution: cautionOf(circumstances),
    pooled,
    tests: tests.filter((each) => each !== null),
    trimAndFill: run("trim and fill", worthOfTrimAndFill(circumstances), () => trimAndFill(effects, options)),
    excessSignificance: run("excess significance", worthOfExcess(circumstances), () => excessSignificance(effects)),
    corrections: corrections.filter((each) => each !== null),
    limitMeta: run("limit meta-analysis", worthOfLimit(circumstances), () => limitMeta(effects, { tau2, level })),
    henmiCopas: run("Henmi-Copas", worthOfHenmiCopas, () => henmiCopas(effects, { level })),
    skipped,
  });
}

function effectsOf(rows: BiasRows, { kind, effects: { y, v, n, names } }: ReadRows): readonly Effect[] {
  if (kind === "effects") return rows as readonly Effect[];
  const measure: Measure = kind === "events" ? "logOR" : "SMD";
  return names.map((study, i) => ({ study, measure, yi: y[i]!, vi: v[i]!, n: n[i]! }));
}

function circumstancesOf({ k, measure, heterogeneity, studies }: PooledEffect): Circumstances {
  const errors = studies.map(({ se }) => se);
  const similarSizes = Math.max(...errors) < 1.25 * Math.min(...errors);
  return { k, measure, I2: heterogeneity.I2, similarSizes };
}
