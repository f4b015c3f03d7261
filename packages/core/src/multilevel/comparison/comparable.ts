import type { FitStatistics, PooledEffect } from "../../pool/result.js";
import type { MetaRegression } from "../../regression/result.js";
import { type AnyFit, isMultilevelFit, isRegressionFit } from "../fitKinds.js";
import type { Multilevel } from "../result.js";
import { areSame, type ComparedTerm, ofEachEffect, termOf } from "./comparedTerm.js";

/** A fit as a comparison sees it. */
export interface Comparable {
  readonly measure: string;
  readonly studies: readonly string[];
  readonly yi: readonly number[];
  readonly vi: readonly number[];
  /** Sampling covariances other than 0, by row · k + column. */
  readonly covariances: ReadonlyMap<number, number>;
  readonly columns: readonly Float64Array[];
  readonly random: readonly ComparedTerm[];
  /** How τ² or the variances were estimated: "ML", "REML", "EE" for none, …. */
  readonly method: string;
  readonly statistics: { readonly ML: FitStatistics | null; readonly REML: FitStatistics | null };
  readonly parameters: number;
  readonly formula: string | null;
  readonly tau2: number | null;
}

export function comparableOf(fit: AnyFit): Comparable {
  if (isMultilevelFit(fit)) return ofMultilevel(fit);
  return isRegressionFit(fit) ? ofRegression(fit) : ofPool(fit);
}

function ofMultilevel({ measure, data, random, choices, fit }: Multilevel): Comparable {
  const { parameters, ...statistics } = fit;
  const k = data.yi.length;
  const covariances = data.V.flatMap(({ rows, matrix }) =>
    rows.flatMap((a, i) => rows.map((b, j): [number, number] => [a * k + b, a === b ? 0 : matrix[i]![j]!])),
  );
  return {
    measure,
    ...data,
    covariances: new Map(covariances.filter(([, covariance]) => covariance !== 0)),
    columns: data.X.names.map((_, column) => Float64Array.from(data.X.rows, (row) => row[column]!)),
    random: random.map(termOf),
    method: choices.method,
    statistics: { ML: null, REML: null, [choices.method]: statistics },
    parameters,
    tau2: null,
  };
}

function ofRegression(fit: MetaRegression): Comparable {
  const { design, coefficients } = fit;
  return {
    ...ofStudies(fit),
    columns: design.names.map((_, column) => Float64Array.from(design.rows, (row) => row[column]!)),
    parameters: coefficients.length + (fit.choices.tau2 === "EE" ? 0 : 1),
    formula: design.formula,
  };
}

function ofPool(fit: PooledEffect): Comparable {
  return {
    ...ofStudies(fit),
    columns: [new Float64Array(fit.k).fill(1)],
    parameters: fit.choices.tau2 === "EE" ? 1 : 2,
    formula: "~ 1",
  };
}

function ofStudies({ measure, studies, choices, tau2, fit }: PooledEffect | MetaRegression) {
  return {
    measure,
    studies: studies.map(({ study }) => study),
    yi: studies.map(({ yi }) => yi),
    vi: studies.map(({ vi }) => vi),
    covariances: new Map<number, number>(),
    random: choices.tau2 === "EE" ? [] : [ofEachEffect(studies.length)],
    method: choices.tau2,
    statistics: fit,
    tau2: tau2.value,
  };
}

/** Whether two fits are to the same effects with the same sampling errors, in the same order. */
export function haveSameEffects(a: Comparable, b: Comparable): boolean {
  return (
    a.measure === b.measure &&
    areSame(a.yi, b.yi) &&
    areSame(a.vi, b.vi) &&
    a.studies.every((study, i) => study === b.studies[i]) &&
    a.covariances.size === b.covariances.size &&
    [...a.covariances].every(([place, covariance]) => b.covariances.get(place) === covariance)
  );
}
