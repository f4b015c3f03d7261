import { check } from "../../errors/check.js";
import { choose } from "../../registry/choose.js";
import { type Registered, registry } from "../../registry/registry.js";
import { patients } from "../counts.js";
import { eachRow } from "../eachRow.js";
import { difference, type EffectMeasure, type NoOptions } from "../measure.js";

/** A correlation of two variables among `n` patients. */
export interface Correlation {
  readonly r: number;
  readonly n: number;
}

const largeSample: Registered<"LS"> = {
  id: "LS",
  label: "large-sample variance",
  citation: "Pearson & Filon 1898, Phil. Trans. A 191:229-311; Soper 1913, Biometrika 9:91-115",
};

const average: Registered<"AV"> = {
  id: "AV",
  label: "large-sample variance at the table's average correlation, weighted by n",
  citation: "Hunter & Schmidt 2004, Methods of Meta-Analysis, 2nd ed., ch. 3",
};

/** Sampling variances of the correlation, by id. */
export const correlationVariances = registry([largeSample, average]);

/** How to take the sampling variance of a correlation. */
export interface CorrelationOptions {
  /** "LS" unless given; "AV" needs a table of studies. */
  readonly variance?: keyof typeof correlationVariances;
}

/**
 * Correlation coefficient r with the large-sample variance (1 − r²)²/(n − 1); with the variance "AV" r there is the
 * table's mean weighted by n. Needs 2 patients.
 *
 * Pearson & Filon 1898, Phil. Trans. A 191:229-311; Soper 1913, Biometrika 9:91-115.
 *
 * @example
 * import { effectSize } from "@acumeta/core";
 * effectSize("COR", { r: 0.3, n: 50 }).vi; // => 0.016900000
 */
export const correlation: EffectMeasure<"COR", Correlation, CorrelationOptions> = {
  ...difference,
  tells: "association",
  id: "COR",
  label: "correlation",
  citation: "Pearson & Filon 1898, Phil. Trans. A 191:229-311; Soper 1913, Biometrika 9:91-115",
  axisLabel: "Correlation",
  columns: ["r", "n"],
  compute: (rows, { variance = "LS" }) => {
    const { id, label } = choose<Registered>("variance", correlationVariances, variance);
    const mean = rows.reduce((sum, { r, n }) => sum + r * n, 0) / rows.reduce((sum, { n }) => sum + n, 0);
    return eachRow(rows, {
      measure: "COR",
      check: (row) => checkCorrelation(row, 2),
      of: ({ r, n }) => ({ yi: r, vi: (1 - (id === "AV" ? mean : r) ** 2) ** 2 / (n - 1) }),
      rules: [label],
      undefinedFor: "values beyond double precision",
    });
  },
};

/**
 * Fisher's z of a correlation, atanh r, with variance 1/(n − 3). Needs 4 patients; undefined at r = ±1.
 * Fisher 1921, Metron 1:3-32.
 *
 * @example
 * import { backTransform, effectSize } from "@acumeta/core";
 * const z = effectSize("ZCOR", { r: 0.3, n: 50 });
 * z.yi; // => 0.3095196
 * backTransform("ZCOR", z.yi); // => 0.3
 */
export const correlationZ: EffectMeasure<"ZCOR", Correlation, NoOptions> = {
  ...difference,
  tells: "association",
  id: "ZCOR",
  label: "correlation (Fisher's z)",
  citation: "Fisher 1921, Metron 1:3-32",
  backTransform: Math.tanh,
  axisLabel: "Correlation",
  columns: ["r", "n"],
  compute: (rows) =>
    eachRow(rows, {
      measure: "ZCOR",
      check: (row) => checkCorrelation(row, 4),
      of: ({ r, n }) => ({ yi: Math.atanh(r), vi: 1 / (n - 3) }),
      undefinedFor: "a correlation of ±1",
    }),
};

/** Refuses what is no correlation, and fewer than so many patients. */
export function checkCorrelation({ r, n }: Correlation, least: number): void {
  check({ r }, (value) => value >= -1 && value <= 1, "a correlation between -1 and 1");
  patients({ n }, least);
}
