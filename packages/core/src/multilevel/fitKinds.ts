import type { PooledEffect } from "../pool/result.js";
import type { MetaRegression } from "../regression/result.js";
import type { Multilevel } from "./result.js";

/** A fit of any of the kinds that explain effects by a mean or by moderators. */
export type AnyFit = PooledEffect | MetaRegression | Multilevel;

type Fields = Readonly<Record<string, unknown>>;

export function isMultilevelFit(fit: unknown): fit is Multilevel {
  return isObject(fit) && Array.isArray(fit.random) && isObject(fit.choices) && isObject(fit.data) && "X" in fit.data;
}

export function isRegressionFit(fit: unknown): fit is MetaRegression {
  if (!hasTau2(fit) || !isObject(fit.design)) return false;
  return Array.isArray(fit.coefficients) && Array.isArray(fit.design.rows);
}

export function isPooledFit(fit: unknown): fit is PooledEffect {
  return hasTau2(fit) && !("design" in fit) && "estimate" in fit && "pi" in fit && isObject(fit.ci);
}

/** What a fit is the result of; null for anything else. */
export function kindOfFit(fit: unknown): "pool" | "metaRegression" | "multilevel" | null {
  if (isMultilevelFit(fit)) return "multilevel";
  if (isRegressionFit(fit)) return "metaRegression";
  return isPooledFit(fit) ? "pool" : null;
}

function hasTau2(fit: unknown): fit is Fields {
  if (!isObject(fit) || !isObject(fit.choices) || !isObject(fit.tau2)) return false;
  return "tau2Interval" in fit.choices && Array.isArray(fit.studies) && isObject(fit.fit);
}

function isObject(value: unknown): value is Fields {
  return typeof value === "object" && value !== null;
}
