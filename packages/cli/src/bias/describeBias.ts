import {
  type BiasTestResult,
  boundsText,
  counted,
  effectHead,
  effectText,
  type FailSafeN,
  type Weighed,
} from "@acumeta/core";
import { notRunTable } from "../output/notRunTable.js";
import { decimals, pValue } from "../output/numbers.js";
import { numberRemarks, type Remarks } from "../output/remarks.js";
import { textTable } from "../output/table.js";
import { wrap } from "../output/wrap.js";
import type { Bias } from "./bias.js";
import { corrected, type Estimate, uncorrected } from "./estimates.js";
import { inShort } from "./inShort.js";

/** Small-study effects in plain text: tests, estimates, what could not be run, and what each is worth. */
export function describeBias(bias: Bias): string {
  const estimates = [uncorrected(bias), ...corrected(bias)];
  const { tests, excessSignificance, failSafe, skipped } = bias;
  const remarks = numberRemarks([
    ...tests.map(remarkOf),
    ...estimates.map(({ remark }) => remark),
    ...[excessSignificance, ...failSafe].flatMap((each) => each?.worth ?? []),
  ]);
  return [
    wrap(bias.caution),
    ...(tests.length > 0 ? [testsTable(tests, remarks)] : []),
    estimatesTable(bias, estimates, remarks),
    otherTable(bias, remarks),
    ...(skipped.length > 0 ? [notRunTable(skipped)] : []),
    remarks.lines.join("\n"),
    wrap(inShort(bias)),
  ].join("\n\n");
}

function remarkOf({ worth, result: { notes } }: Weighed<BiasTestResult>): string {
  return [worth, ...notes].join(" ");
}

function testsTable(tests: Bias["tests"], { mark }: Remarks): string {
  return textTable(tests, [
    { head: "test", cell: ({ result }) => result.test },
    { head: "of small-study effects", cell: ({ result }) => result.label },
    { head: "statistic", cell: ({ result }) => statistic(result), align: "right" },
    { head: "p", cell: ({ result: { p } }) => (p === null ? null : pValue(p)), align: "right" },
    { head: "worth", cell: (each) => mark(remarkOf(each)) },
  ]);
}

function statistic({ statistic, df }: BiasTestResult): string | null {
  return statistic === null ? null : `${df === null ? "z" : `t(${df})`} ${decimals(statistic)}`;
}

function estimatesTable({ pooled: { measure, choices } }: Bias, rows: readonly Estimate[], { mark }: Remarks): string {
  return textTable(rows, [
    { head: "estimate", cell: ({ id }) => id },
    { head: "by", cell: ({ label }) => label, widest: 58 },
    {
      head: effectHead(measure, choices.level),
      cell: ({ value, ci }) => `${effectText(measure, value)} ${ci === null ? "no interval" : boundsText(measure, ci)}`,
      align: "right",
    },
    { head: "worth", cell: ({ remark }) => mark(remark) },
  ]);
}

function otherTable({ excessSignificance, failSafe, pooled: { measure } }: Bias, { mark }: Remarks): string {
  const rows = [
    ...failSafe.map(({ worth, result }) => ({
      what: result.label,
      found: unseen(result, (effect) => effectText(measure, effect)),
      worth,
    })),
  ];
  if (excessSignificance !== null) {
    const { observed, expected, k, p } = excessSignificance.result;
    const found = `${observed} of ${k} significant, ${decimals(expected, 1)} expected, p ${pValue(p)}`;
    rows.unshift({ what: "test of excess significance", found, worth: excessSignificance.worth });
  }
  return textTable(rows, [
    { head: "other", cell: ({ what }) => what },
    { head: "found", cell: ({ found }) => found },
    { head: "worth", cell: ({ worth }) => mark(worth) },
  ]);
}

function unseen({ n, p, alpha, target }: FailSafeN, effect: (value: number) => string): string {
  if (target !== null) return `${counted(n, "unseen trial")} would bring the mean to ${effect(target)}`;
  if (p !== null && p >= alpha) return `0: not significant as it is (p ${pValue(p)})`;
  return `${counted(n, "unseen trial")} would raise p${p === null ? "" : ` from ${pValue(p)}`} to ${alpha}`;
}
