import { messages, warningMessages } from "../errors/messages.js";
import { metaError } from "../errors/metaError.js";
import { dot } from "../linear/products.js";
import { type Comparable, comparableOf, haveSameEffects } from "../multilevel/comparison/comparable.js";
import { type AtBoundary, holdsRandom } from "../multilevel/comparison/holdsRandom.js";
import { type AnyFit, kindOfFit } from "../multilevel/fitKinds.js";
import { chiSquareCdf } from "../numerics/chiSquare.js";
import { freeze } from "../numerics/freeze.js";
import type { FitStatistics, Warning } from "../pool/result.js";
import { orthogonalise, projectOut } from "./orthogonalise.js";

/** One of two models compared. */
export interface ComparedModel extends FitStatistics {
  /** null for a given matrix. */
  readonly formula: string | null;
  /** The random effects; none in a common-effect model. */
  readonly random: readonly string[];
  /** null for a multilevel model. */
  readonly tau2: number | null;
  /** Coefficients, variances and correlations: without those that are 0 by assumption. */
  readonly parameters: number;
}

/** What {@link compareModels} gives. */
export interface ModelComparison {
  /** Twice the difference of the log-likelihoods. */
  readonly statistic: number;
  /** Parameters that the full model has more. */
  readonly df: number;
  /** That of the mixture of two χ² distributions where one parameter is at a bound, else `pChiSquare`. */
  readonly p: number;
  /** By χ² with `df` degrees of freedom; too large where one parameter is at a bound. */
  readonly pChiSquare: number;
  readonly likelihood: "ML" | "REML";
  /** Random effects of the full model with a variance of 0, or a correlation at its bound, where it is the reduced model. */
  readonly atBoundary: readonly string[];
  readonly full: ComparedModel;
  readonly reduced: ComparedModel;
  readonly warnings: readonly Warning[];
}

/**
 * Likelihood-ratio test of two fits of `pool`, `metaRegression` or `multilevel` to the same effects, one of which holds the
 * other, in any order: of moderators (both by "ML"), or of random effects (also by "REML" where the moderators are the
 * same). The full model holds random effects of the other where it has the same, or the same of a richer structure: levels
 * with variances of their own, with more correlations.
 *
 * Where one variance is compared with 0, its value under the reduced model is at the edge of what is possible, and p is
 * ½P(χ²_m ≥ x) + ½P(χ²_{m+1} ≥ x), m the other parameters compared; likewise where one correlation is compared with its
 * bound. Where several are, or a variance without which correlations mean nothing, the distribution depends on the data:
 * p is that of χ², and the warning `SEVERAL_AT_BOUNDARY` says whether it is too large or rough.
 *
 * Throws `NOT_COMPARABLE` for fits to other effects, for models of which none holds the other, for restricted likelihoods of
 * different moderators, and for τ² by a method that maximises no likelihood; `NOT_A_FIT`.
 * Hardy & Thompson 1996, Statistics in Medicine 15:619-629; Self & Liang 1987, Journal of the American Statistical
 * Association 82:605-610, case 5 and 6; Stram & Lee 1994, Biometrics 50:1171-1177.
 *
 * @example
 * import { compareModels, metaRegression, multilevel } from "@acumeta/core";
 * const effects = [
 *   { study: "A", measure: "SMD", yi: 0.2, vi: 0.02, weeks: 4 },
 *   { study: "B", measure: "SMD", yi: 0.3, vi: 0.03, weeks: 12 },
 *   { study: "B", measure: "SMD", yi: 0.9, vi: 0.02, weeks: 20 },
 *   { study: "C", measure: "SMD", yi: 0.7, vi: 0.04, weeks: 26 },
 * ] as const;
 * const full = metaRegression(effects, { moderators: "~ weeks", tau2: "ML" });
 * const reduced = metaRegression(effects, { moderators: "~ 1", tau2: "ML" });
 * compareModels(full, reduced).p; // => 0.0236
 * const both = multilevel(effects, { random: "~ 1 | study/effect" });
 * const effect = multilevel(effects, { random: "~ 1 | effect" });
 * compareModels(both, effect).atBoundary; // => ["study"]
 */
export function compareModels(a: AnyFit, b: AnyFit): ModelComparison {
  const [first, second] = [checked(a), checked(b)];
  if (!haveSameEffects(first, second))
    throw refuse(
      "fits to different effects",
      "Leave out the same effects in both, and give both the same covariances.",
    );
  const aHoldsB = holds(first, second);
  const bHoldsA = holds(second, first);
  if (aHoldsB !== null && bHoldsA !== null) throw refuse("the same model twice", "Leave something out of one.");
  const holding = aHoldsB ?? bHoldsA;
  if (holding === null) throw refuse("models of which none holds the other", "Compare their AICc.");
  const [full, reduced] = aHoldsB === null ? [second, first] : [first, second];
  const likelihood = likelihoodOf(full, reduced);
  const [one, other] = [comparedModel(full, likelihood), comparedModel(reduced, likelihood)];
  const df = one.parameters - other.parameters;
  if (df <= 0) throw refuse("models with the same number of parameters", "Compare their log-likelihoods.");
  const statistic = Math.max(0, 2 * (one.logLik - other.logLik));
  const atBoundary = holding.terms.map(({ label }) => label);
  return freeze({
    statistic,
    df,
    ...pOf(statistic, df, holding),
    likelihood,
    atBoundary,
    full: one,
    reduced: other,
    warnings: holding.count > 1 ? [warningMessages.severalAtBoundary({ ...holding, random: atBoundary })] : [],
  });
}

function checked(fit: unknown): Comparable {
  if (kindOfFit(fit) === null)
    throw metaError(messages.notAFit({ found: fit, wanted: "the result of pool, metaRegression or multilevel" }));
  return comparableOf(fit as AnyFit);
}

function refuse(found: string, mend: string) {
  const allowed = "two fits to the same effects, one of which holds the other";
  return metaError(messages.notComparable({ found, allowed, mend }));
}

/** What of `full` is at a bound where it is `reduced`; null where it is that nowhere. */
function holds(full: Comparable, reduced: Comparable): AtBoundary | null {
  return spans(full, reduced) ? holdsRandom(full.random, reduced.random) : null;
}

/** What remains of a column beyond those of another model, in parts of its length, below which it is one of them. */
const NEGLIGIBLE = 1e-7;

function spans(a: Comparable, b: Comparable): boolean {
  const { Q } = orthogonalise(a.columns, new Float64Array(a.yi.length).fill(1));
  return b.columns.every((column) => {
    const rest = Float64Array.from(column);
    projectOut(Q, rest);
    return dot(rest, rest) <= NEGLIGIBLE ** 2 * dot(column, column);
  });
}

function likelihoodOf(full: Comparable, reduced: Comparable): "ML" | "REML" {
  const methods = [full, reduced].map(({ method }) => method).filter((method) => method !== "EE");
  if (methods.every((method) => method === "ML")) return "ML";
  const refused = (found: string) =>
    metaError(
      messages.notComparable({
        found,
        allowed: 'fits by "ML" (or by "REML" with the same moderators), or with tau2 "EE"',
        mend: 'Fit both by "ML".',
      }),
    );
  if (methods.some((method) => method !== "REML")) throw refused(`fits by ${methods.join(" and ")}`);
  if (!spans(reduced, full)) throw refused("restricted likelihoods of different moderators");
  if (full.statistics.REML === null) throw refused("restricted likelihoods of as many coefficients as effects");
  return "REML";
}

function comparedModel(model: Comparable, likelihood: "ML" | "REML"): ComparedModel {
  const { statistics, tau2, parameters, formula, random } = model;
  return {
    formula,
    random: random.map(({ label }) => label),
    tau2,
    parameters,
    ...statistics[likelihood]!,
  };
}

function pOf(
  statistic: number,
  df: number,
  { count }: AtBoundary,
): { readonly p: number; readonly pChiSquare: number } {
  const pChiSquare = upperTail(statistic, df);
  return { p: count === 1 ? 0.5 * (upperTail(statistic, df - 1) + pChiSquare) : pChiSquare, pChiSquare };
}

/** P(χ² ≥ x); with 0 degrees of freedom χ² is 0. */
function upperTail(x: number, df: number): number {
  if (df === 0) return x > 0 ? 0 : 1;
  return chiSquareCdf(x, df, { upper: true });
}
