import { check } from "../../errors/check.js";
import { eachRow } from "../eachRow.js";
import { difference, type EffectMeasure, type NoOptions } from "../measure.js";
import { type Correlation, checkCorrelation } from "./correlations.js";

/** A partial correlation `r` of the outcome and one of the `m` predictors of a regression among `n` patients. */
export interface PartialCorrelation extends Correlation {
  /** Predictors, that one too. */
  readonly m: number;
}

const shared = {
  ...difference,
  tells: "association",
  axisLabel: "Partial correlation",
  columns: ["r", "n", "m"],
} as const;

/**
 * Partial correlation r with variance (1 − r²)²/(n − m). From a regression's t statistic r is t/√(t² + n − m − 1): see
 * `correlationFromT`. Aloe & Becker 2012, Journal of Educational and Behavioral Statistics 37:278-297; Aloe & Thompson
 * 2013, Journal of the Society for Social Work and Research 4:390-405.
 *
 * @example
 * import { effectSize } from "@acumeta/core";
 * effectSize("PCOR", { r: 0.3, n: 50, m: 4 }).vi; // => 0.018002174
 */
export const partialCorrelation: EffectMeasure<"PCOR", PartialCorrelation, NoOptions> = {
  ...shared,
  id: "PCOR",
  label: "partial correlation",
  citation: "Aloe & Thompson 2013, Journal of the Society for Social Work and Research 4:390-405",
  compute: (rows) =>
    eachRow(rows, {
      measure: "PCOR",
      check: (row) => checkPartial(row, 1),
      of: ({ r, n, m }) => ({ yi: r, vi: (1 - r ** 2) ** 2 / (n - m) }),
      undefinedFor: "values beyond double precision",
    }),
};

/**
 * Fisher's z of a partial correlation, atanh r, with variance 1/(n − m − 2). Needs m + 3 patients; undefined at r = ±1.
 * Fisher 1924, Metron 3:329-332.
 */
export const partialCorrelationZ: EffectMeasure<"ZPCOR", PartialCorrelation, NoOptions> = {
  ...shared,
  id: "ZPCOR",
  label: "partial correlation (Fisher's z)",
  citation: "Fisher 1924, Metron 3:329-332",
  backTransform: Math.tanh,
  compute: (rows) =>
    eachRow(rows, {
      measure: "ZPCOR",
      check: (row) => checkPartial(row, 3),
      of: ({ r, n, m }) => ({ yi: Math.atanh(r), vi: 1 / (n - m - 2) }),
      undefinedFor: "a correlation of ±1",
    }),
};

function checkPartial({ r, n, m }: PartialCorrelation, beyond: number): void {
  check({ m }, (count) => Number.isInteger(count) && count >= 1, "a number of predictors, at least 1");
  checkCorrelation({ r, n }, m + beyond);
}
