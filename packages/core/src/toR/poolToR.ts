import { type IntervalMethod, intervals } from "../pool/interval/index.js";
import { type PredictionMethod, predictions } from "../pool/prediction/index.js";
import type { PooledEffect } from "../pool/result.js";
import { type Tau2Method, tau2Estimators } from "../pool/tau2/index.js";
import { type Tau2IntervalMethod, tau2Intervals } from "../pool/tau2Interval/index.js";
import { estimatorNotInR } from "./estimatorNotInR.js";
import { noCounterpart, quoted, SETTLED, vector } from "./syntax.js";

/** Of a pooled effect: the model, the interval of τ² and the prediction interval. */
export function poolToR(fit: PooledEffect): string {
  const { studies, choices, ci, k } = fit;
  const method = tau2Estimators[choices.tau2 as Tau2Method].r;
  const { r: test } = intervals[ci.method as IntervalMethod];
  const lines = [
    "library(metafor)",
    `study <- ${vector(studies.map(({ study }) => quoted(study)))}`,
    `yi <- ${vector(studies.map(({ yi }) => String(yi)))}`,
    `vi <- ${vector(studies.map(({ vi }) => String(vi)))}`,
  ];
  if (method === null) throw estimatorNotInR(choices.tau2);
  const model = [
    `method = ${quoted(k === 1 ? "EE" : method)}`,
    `test = ${quoted(test ?? "z")}`,
    `level = ${choices.level}`,
  ];
  return [
    ...lines,
    `fit <- rma(yi, vi, slab = study, ${model.join(", ")},`,
    `           ${SETTLED})`,
    ...(test === null ? [noCounterpart("interval", ci.method)] : []),
    "print(fit, digits = 8)",
    ...tau2Interval(fit),
    ...predictionInterval(fit),
  ].join("\n");
}

function tau2Interval({ tau2, choices }: PooledEffect): readonly string[] {
  if (tau2.ci === null) return [];
  const { r } = tau2Intervals[choices.tau2Interval as Tau2IntervalMethod];
  if (r === null) return [noCounterpart("interval of τ²", choices.tau2Interval)];
  return [`confint(fit, digits = 8, ${r === "" ? "" : `${r}, `}control = list(tol = 1e-12))`];
}

function predictionInterval({ pi, ci }: PooledEffect): readonly string[] {
  if (pi === null) return [];
  if (intervals[ci.method as IntervalMethod].r === null) return [noCounterpart("prediction interval with", ci.method)];
  const { r } = predictions[pi.method as PredictionMethod];
  return [
    `# prediction interval, ${pi.method}`,
    `c(fit$beta) + c(-1, 1) * qt((1 + ${pi.level}) / 2, ${r}) * sqrt(fit$se^2 + fit$tau2)`,
  ];
}
