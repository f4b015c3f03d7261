import { fixed, freeze, type MetaRegression, type Multilevel, percent } from "@acumeta/core";
import { checkArgument, isObject } from "../checkArgument.js";
import { knownFit } from "../methods/reportedFit.js";
import type { ReportTable } from "./table.js";

/**
 * The coefficients of a meta-regression or a multilevel model, on the scale of the analysis (ratios as logarithms): estimate,
 * standard error, interval, test statistic, degrees of freedom, p.
 *
 * Throws `WRONG_ARGUMENT` for another result.
 *
 * @example
 * import { metaRegression } from "@acumeta/core";
 * import { coefficientTable } from "@acumeta/reporting";
 * const effects = [1, 2, 3, 4].map((dose) => ({ study: `S${dose}`, measure: "SMD", yi: dose / 10, vi: 0.01, dose }) as const);
 * coefficientTable(metaRegression(effects, { moderators: "~ dose", tau2: "EE", interval: "z" })).rows[1]!.slice(0, 3);
 * // => ["dose", "0.100", "0.045"]
 */
export function coefficientTable(
  fit: MetaRegression | Multilevel,
  options: { readonly title?: string; readonly digits?: number } = {},
): ReportTable {
  checkArgument(isObject(options), "options", options, "an object of options, or none");
  const { title, digits = 3 } = options;
  checkArgument(
    Number.isInteger(digits) && digits >= 0 && digits <= 100,
    "digits",
    digits,
    "a whole number from 0 to 100",
  );
  const known = knownFit(fit);
  const isRegression = known.kind === "metaRegression" || known.kind === "multilevel";
  checkArgument(isRegression, "fit", Object.keys(fit), "what metaRegression or multilevel gives");
  const rows =
    known.kind === "multilevel"
      ? known.fit.coefficients.map(({ name, estimate, ci }) => ({ name, estimate, ...ci, bounds: ci }))
      : (fit as MetaRegression).coefficients.map((each) => ({ ...each, bounds: each.ci }));
  return freeze<ReportTable>({
    ...(title === undefined ? {} : { title }),
    columns: [
      { head: "" },
      { head: "Estimate", align: "right" },
      { head: "SE", align: "right" },
      { head: `${percent(fit.choices.level)} CI`, align: "right" },
      { head: "Statistic", align: "right" },
      { head: "df", align: "right" },
      { head: "p", align: "right" },
    ],
    rows: rows.map(({ name, estimate, se, statistic, df, p, bounds }) => [
      name,
      fixed(estimate, digits),
      fixed(se, digits),
      `[${fixed(bounds.lower, digits)}, ${fixed(bounds.upper, digits)}]`,
      statistic === null ? null : fixed(statistic, 2),
      df === null ? null : Number(df.toFixed(1)),
      p < 0.001 ? "< 0.001" : p.toFixed(3),
    ]),
  });
}
