import { messages } from "../errors/messages.js";
import { metaError } from "../errors/metaError.js";
import { isMultilevelFit } from "./fitKinds.js";
import type { SamplingCovariance } from "./model/arrange.js";
import { type Likelihood, likelihoodAt } from "./model/likelihood.js";
import { type Prepared, prepare } from "./model/prepare.js";
import type { RandomTerm } from "./random/term.js";
import type { FittedRandom, Multilevel } from "./result.js";
import { structures } from "./structures/index.js";
import { knownCorrelation } from "./structures/known.js";
import type { Structure } from "./structures/structure.js";
import { unitOf } from "./unitOf.js";

/** A fit as it can be computed with again. */
export interface Restored {
  readonly prepared: Prepared;
  readonly sampling: SamplingCovariance;
  readonly theta: Float64Array;
  readonly at: Likelihood;
}

/**
 * Makes of a plain result what it was computed from: data, model, and the likelihood at the parameters found. What is no
 * result of `multilevel` is a MetaError (`NOT_A_FIT`).
 */
export function restore(fit: Multilevel): Restored {
  if (!isMultilevelFit(fit)) throw metaError(messages.notAFit({ found: fit, wanted: "the result of multilevel" }));
  const { data, random, choices } = fit;
  const { X, yi, vi, V } = data;
  const sampling = {
    v: Float64Array.from(vi),
    correlated: V.map(({ rows, matrix }) => ({
      rows: Int32Array.from(rows),
      matrix: Float64Array.from(matrix.flat()),
    })),
  };
  const prepared = prepare({
    X: X.names.map((_, column) => Float64Array.from(X.rows, (row) => row[column]!)),
    y: Float64Array.from(yi),
    sampling,
    terms: random.map(termOf),
    method: choices.method,
  });
  const theta = Float64Array.from(
    random.flatMap(({ parameters }) => parameters.map(({ kind, value }) => value / unitOf(kind, prepared.scale))),
  );
  return { prepared, sampling, theta, at: likelihoodAt(prepared.model, theta)! };
}

function termOf({ label, structure, levels, correlation, groups, outer, inner }: FittedRandom): RandomTerm {
  const chosen: Structure = structure === knownCorrelation.id ? knownCorrelation : structures[structure];
  const values = levels.map(Number);
  const inside = {
    names: levels,
    values: values.every(Number.isFinite) ? Float64Array.from(values) : null,
    correlation: correlation === null ? null : Float64Array.from(correlation.flat()),
  };
  return {
    label,
    structure: chosen,
    levels: inside,
    groups,
    outer: Int32Array.from(outer),
    inner: Int32Array.from(inner),
    parameters: chosen.parameters(inside),
  };
}
