import { check } from "../../errors/check.js";
import { patients } from "../counts.js";
import { eachRow } from "../eachRow.js";
import { type EffectMeasure, level, type NoOptions } from "../measure.js";

/** Cronbach's alpha of a scale of `items` items (or raters) among `n` patients. */
export interface Reliability {
  readonly alpha: number;
  readonly items: number;
  readonly n: number;
}

const shared = { ...level, axisLabel: "Cronbach's alpha", columns: ["alpha", "items", "n"] } as const;

/**
 * Cronbach's alpha as it is, with variance 2m(1 − α)²/((m − 1)(n − 2)), m the items.
 * Van Zyl, Neudecker & Nel 2000, Psychometrika 65:271-280; Bonett 2010, Psychological Methods 15:368-385.
 *
 * @example
 * import { effectSize } from "@acumeta/core";
 * effectSize("ARAW", { alpha: 0.93, items: 20, n: 103 }).vi; // => 0.00010213653
 */
export const alphaRaw: EffectMeasure<"ARAW", Reliability, NoOptions> = {
  ...shared,
  id: "ARAW",
  label: "Cronbach's alpha",
  citation: "Bonett 2010, Psychological Methods 15:368-385",
  compute: (rows) => ofAlphas("ARAW", rows, ({ alpha }, variance) => ({ yi: alpha, vi: (1 - alpha) ** 2 * variance })),
};

/**
 * Hakstian and Whalen's transformation 1 − (1 − α)^⅓, with variance 18m(n − 1)(1 − α)^⅔/((m − 1)(9n − 11)²).
 * Hakstian & Whalen 1976, Psychometrika 41:219-231.
 */
export const alphaCubeRoot: EffectMeasure<"AHW", Reliability, NoOptions> = {
  ...shared,
  id: "AHW",
  label: "Cronbach's alpha (cube root of 1 - alpha)",
  citation: "Hakstian & Whalen 1976, Psychometrika 41:219-231",
  backTransform: (x) => 1 - (1 - x) ** 3,
  compute: (rows) =>
    ofAlphas("AHW", rows, ({ alpha, items: m, n }) => {
      const root = Math.cbrt(1 - alpha);
      return { yi: 1 - root, vi: (18 * m * (n - 1) * root ** 2) / ((m - 1) * (9 * n - 11) ** 2) };
    }),
};

/**
 * Bonett's transformation −ln(1 − α), with variance 2m/((m − 1)(n − 2)).
 * Bonett 2002, Journal of Educational and Behavioral Statistics 27:335-340.
 *
 * @example
 * import { backTransform, effectSize } from "@acumeta/core";
 * backTransform("ABT", effectSize("ABT", { alpha: 0.93, items: 20, n: 103 }).yi); // => 0.93
 */
export const alphaLog: EffectMeasure<"ABT", Reliability, NoOptions> = {
  ...shared,
  id: "ABT",
  label: "Cronbach's alpha (log of 1 - alpha)",
  citation: "Bonett 2002, Journal of Educational and Behavioral Statistics 27:335-340",
  backTransform: (x) => -Math.expm1(-x),
  compute: (rows) => ofAlphas("ABT", rows, ({ alpha }, variance) => ({ yi: -Math.log1p(-alpha), vi: variance })),
};

function ofAlphas<Id extends "ARAW" | "AHW" | "ABT">(
  measure: Id,
  rows: readonly Reliability[],
  of: (row: Reliability, variance: number) => { readonly yi: number; readonly vi: number },
) {
  return eachRow(rows, {
    measure,
    check: checkReliability,
    of: (row) => of(row, (2 * row.items) / ((row.items - 1) * (row.n - 2))),
    undefinedFor: "an alpha of 1",
  });
}

function checkReliability({ alpha, items, n }: Reliability): void {
  check({ alpha }, (value) => value <= 1 && Number.isFinite(value), "a reliability, at most 1");
  check({ items }, (value) => value >= 2 && Number.isFinite(value), "a number of items, at least 2");
  patients({ n }, 3);
}
