import Papa from "papaparse";
import type { BiasAnswer } from "./bias.js";
import { corrected, uncorrected } from "./estimates.js";

const columns = [
  "question",
  "part",
  "id",
  "label",
  "statistic",
  "df",
  "p",
  "measure",
  "estimate",
  "lower",
  "upper",
  "n",
  "remark",
];

/** Tests, estimates, counts and what was not run, a CSV row each; estimates on the scale of the analysis. */
export function biasCsv({ question: { id: question }, bias }: BiasAnswer): string {
  const rows = bias === null ? [] : rowsOf(bias).map((row) => ({ question, ...row }));
  return Papa.unparse({ fields: columns, data: rows }, { newline: "\n" });
}

function rowsOf(bias: NonNullable<BiasAnswer["bias"]>): readonly object[] {
  const { measure } = bias.pooled;
  const { excessSignificance } = bias;
  return [
    ...bias.tests.map(({ worth, result: { test: id, label, statistic, df, p, notes } }) => {
      const remark = [worth, ...notes].join(" ");
      return { part: "test", id, label, statistic, df, p, remark };
    }),
    ...[uncorrected(bias), ...corrected(bias)].map(({ id, label, value, ci, remark }) => {
      return { part: "estimate", id, label, measure, estimate: value, lower: ci?.lower, upper: ci?.upper, remark };
    }),
    ...(excessSignificance === null
      ? []
      : [excessSignificance].map(({ worth: remark, result: { test: id, label, X2, p, observed: n } }) => {
          return { part: "excess significance", id, label, statistic: X2, p, n, remark };
        })),
    ...bias.failSafe.map(({ worth: remark, result: { method: id, label, n, p } }) => {
      return { part: "fail-safe N", id, label, p, n, remark };
    }),
    ...bias.skipped.map(({ method: id, because: remark }) => ({ part: "not run", id, remark })),
  ];
}
