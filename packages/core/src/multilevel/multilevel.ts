import type { Effect, Measure } from "../effects/effect.js";
import { freeze } from "../numerics/freeze.js";
import type { OneMeasure } from "../pool/oneMeasure.js";
import { describe } from "./describe.js";
import { type MultilevelOptions, resolveMultilevel } from "./options.js";
import type { Multilevel } from "./result.js";
import { solve } from "./solve.js";

/**
 * Meta-analysis of effects that are not independent: several of one trial, measured by several outcomes, at several
 * times, of related species. y = Xβ + Zu + e, with random effects u of the chosen kinds and sampling errors e of variances
 * `vi` and covariances `V`; variances by restricted or full maximum likelihood, coefficients by generalised least squares.
 *
 * @param effects Estimates of one measure, with whatever columns `random` names: { study, measure, yi, vi, outcome, … }.
 * @param options `random` "~ 1 | study/effect", `method` "REML", `test` "Satterthwaite", `level` 0.95 unless given;
 * `moderators` with `missing` ("refuse" or "leave out"), `reference` and `coding` as in `metaRegression`.
 * @returns A deeply frozen, JSON-serialisable result. The search starts from several points; `convergence` says how it
 * ended, and the warnings say where the data do not tell a parameter.
 *
 * Throws what {@link pool} throws for effects, and `BAD_RANDOM_FORMULA`, `MISSING_COLUMN`, `BAD_SAMPLING_COVARIANCE`,
 * `NOT_POSITIVE_DEFINITE`, `LEVELS_WITHOUT_CORRELATION`, `NOT_A_CORRELATION_MATRIX`, `NOT_NUMERIC`, `NO_RANDOM_EFFECTS`,
 * `TOO_FEW_EFFECTS`, `UNKNOWN_OPTION`, `UNKNOWN_CHOICE`, `LEVEL_OUT_OF_RANGE`, and for moderators what `metaRegression` throws.
 *
 * Harville 1977, Journal of the American Statistical Association 72:320-338; Konstantopoulos 2011, Research Synthesis
 * Methods 2:61-76; Berkey et al. 1998, Statistics in Medicine 17:2537-2550.
 *
 * @example
 * import { multilevel } from "@acumeta/core";
 * const effects = [
 *   { study: "A", measure: "SMD", yi: 0.1, vi: 0.02 },
 *   { study: "A", measure: "SMD", yi: 0.3, vi: 0.03 },
 *   { study: "B", measure: "SMD", yi: 0.7, vi: 0.05 },
 *   { study: "B", measure: "SMD", yi: 0.5, vi: 0.04 },
 *   { study: "C", measure: "SMD", yi: 0.3, vi: 0.01 },
 * ] as const;
 * const fit = multilevel(effects, { random: "~ 1 | study/effect" });
 * fit.coefficients[0].estimate; // => 0.3361
 * fit.random[0].components[0].value; // => 0.022
 */
export function multilevel<M extends Measure>(
  effects: readonly Effect<M>[] & OneMeasure<M>,
  options: MultilevelOptions = {},
): Multilevel<M> {
  const choices = resolveMultilevel(options);
  return freeze(describe<M>(solve<M>(effects, choices), choices));
}
