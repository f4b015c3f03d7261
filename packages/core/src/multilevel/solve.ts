import type { Effect, Measure } from "../effects/effect.js";
import { messages } from "../errors/messages.js";
import { metaError } from "../errors/metaError.js";
import { buildDesign } from "../formula/buildDesign.js";
import type { LeftOutStudy } from "../formula/missing.js";
import { checkEffects } from "../pool/checkEffects.js";
import { type FixedPart, fixedPart } from "./fixedPart.js";
import type { SamplingCovariance } from "./model/arrange.js";
import { type Likelihood, likelihoodAt } from "./model/likelihood.js";
import { type Prepared, prepare } from "./model/prepare.js";
import type { ResolvedMultilevel } from "./options.js";
import type { Row } from "./random/columns.js";
import { resolveRandom } from "./random/resolveRandom.js";
import { ofRows, samplingCovariance } from "./samplingCovariance.js";
import { boundsOf, type Maximum, maximise } from "./search/maximise.js";
import { startsOf } from "./search/starts.js";

/** A fitted model as its numbers were found: `at` and `maximum` in the units of the search, the rest in those of the data. */
export interface Solved<M extends Measure = Measure> {
  readonly measure: M;
  readonly formula: string | null;
  readonly leftOut: readonly LeftOutStudy[];
  readonly studies: readonly string[];
  readonly y: Float64Array;
  readonly sampling: SamplingCovariance;
  /** The columns of X with a coefficient, and the names of those without. */
  readonly names: readonly string[];
  readonly X: readonly Float64Array[];
  readonly aliased: readonly string[];
  readonly prepared: Prepared;
  /** The model without random effects. */
  readonly without: Likelihood;
  readonly maximum: Maximum;
  readonly at: Likelihood;
  readonly fixed: FixedPart;
}

/** Arranges the data, finds the maximum of the likelihood and tests the coefficients there. */
export function solve<M extends Measure>(
  effects: readonly Effect<M>[],
  { random, moderators, design, V, method, test }: ResolvedMultilevel,
): Solved<M> {
  const { measure, y: all, v } = checkEffects(effects);
  const matrix = buildDesign(effects, moderators, design);
  const { used, leftOut } = matrix;
  const isWhole = leftOut.length === 0;
  const y = isWhole ? all : Float64Array.from(used, (row) => all[row]!);
  const sampling = isWhole ? samplingCovariance(v, V) : ofRows(samplingCovariance(v, V), used);
  const rows = effects as readonly (Effect<M> & Row)[];
  const terms = resolveRandom(isWhole ? rows : rowsAt(rows, used), random);
  const prepared = prepare({ X: matrix.X, y, sampling, terms, method });
  const { model, kept } = prepared;
  if (kept.length === 0)
    throw metaError(messages.noCoefficients({ formula: matrix.formula ?? matrix.names.join(", ") }));
  if (y.length <= kept.length) throw metaError(messages.moreCoefficientsThanEffects({ k: y.length, p: kept.length }));
  const bounds = boundsOf(terms);
  const without = likelihoodAt(
    model,
    Float64Array.from(bounds.lower, () => 0),
  );
  if (without === null) throw metaError(messages.notPositiveDefinite());
  const maximum = maximise(model, startsOf(terms, prepared.tau2), bounds);
  const at = likelihoodAt(model, maximum.x)!;
  const { free, hessian } = maximum;
  return {
    measure,
    formula: matrix.formula,
    leftOut,
    studies: used.map((row) => effects[row]!.study),
    y,
    sampling,
    names: kept.map((column) => matrix.names[column]!),
    X: kept.map((column) => matrix.X[column]!),
    aliased: matrix.names.filter((_, column) => !kept.includes(column)),
    prepared,
    without,
    maximum,
    at,
    fixed: fixedPart(prepared, at, test.compute({ model, at, free, hessian })),
  };
}

/** Some effects; "effect", where they have no such column, is their number among all. */
function rowsAt(effects: readonly Row[], used: readonly number[]): readonly Row[] {
  return used.map((row) => ({ effect: row + 1, ...effects[row]! }));
}
