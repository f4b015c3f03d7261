import { counted, intervals, type PooledEffect, tau2Estimators } from "@acumeta/core";
import {
  heterogeneityStatements,
  intervalStatement,
  measureStatement,
  predictionStatement,
  tau2Statement,
} from "./sharedStatements.js";
import type { Statement } from "./statement.js";

export function poolStatements({ measure, k, tau2, ci, pi }: PooledEffect): readonly Statement[] {
  return [
    measureStatement(measure, counted(k, "study")),
    ...(k === 1 ? [] : [tau2Statement(tau2Estimators, { method: tau2.method, model: "Pooling by inverse variance" })]),
    intervalStatement(intervals, ci),
    ...(pi === null ? [] : [predictionStatement(pi.method)]),
    ...(k === 1 ? [] : heterogeneityStatements(tau2.ci?.method ?? null)),
  ];
}
