import { intervals, measures, predictions, tau2Estimators, tau2Intervals } from "@acumeta/core";
import type { Results } from "./results.js";

/** A method that made a result, with its source. */
export interface Method {
  readonly what: string;
  readonly label: string;
  readonly citation: string;
}

/** The methods behind results, each once, from their registries. */
export function findMethods({ questions }: Results): readonly Method[] {
  const fits = questions.flatMap(({ pooled }) => pooled ?? []);
  const used = (
    what: string,
    ids: readonly string[],
    registry: Readonly<Record<string, { label: string; citation: string }>>,
  ) =>
    [...new Set(ids)].flatMap((id) => {
      const entry = registry[id];
      return entry === undefined ? [] : [{ what, label: entry.label, citation: entry.citation }];
    });
  return [
    ...used(
      "Effect",
      fits.map(({ measure }) => measure),
      measures,
    ),
    ...used(
      "Between-study variance τ²",
      fits.map(({ choices }) => choices.tau2),
      tau2Estimators,
    ),
    ...used(
      "Confidence interval of τ²",
      fits.flatMap(({ tau2 }) => tau2.ci?.method ?? []),
      tau2Intervals,
    ),
    ...used(
      "Confidence interval",
      fits.map(({ ci }) => ci.method),
      intervals,
    ),
    ...used(
      "Prediction interval",
      fits.flatMap(({ pi }) => pi?.method ?? []),
      predictions,
    ),
  ];
}
