import { counted, countText, effectName, fixed, freeze, measures, percent, ratioText } from "@acumeta/core";
import { checkArgument, isObject } from "../checkArgument.js";
import type { ReportTable } from "../table/table.js";
import type { Estimate } from "./absoluteEffect.js";
import { certainties } from "./certainty.js";
import type { OutcomeFinding } from "./summaryOfFindings.js";

/**
 * A summary of findings as a table, for `tableText`: a row an outcome; where baseline risks and units come from, and why certainty
 * was rated down, stands in its notes.
 *
 * Throws `WRONG_ARGUMENT`.
 *
 * @example
 * import { pool } from "@acumeta/core";
 * import { findingsTable, summaryOfFindings } from "@acumeta/reporting";
 * const fit = pool([{ study: "A", measure: "logRR", yi: Math.log(1.5), vi: 0.01, n: 120 }], { interval: "z" });
 * const table = findingsTable(
 *   summaryOfFindings([{ outcome: "Pain halved", fit, baseline: { risk: 0.3, source: "the trial's sham group" } }]),
 * );
 * table.rows[0]; // => ["Pain halved", "120 (1 study)", "risk ratio 1.50 [1.23, 1.82]", "30", "45 [37, 55]", "15 more [7 more, 25 more]", "not rated", ""]
 */
export function findingsTable(
  findings: readonly OutcomeFinding[],
  options: { readonly title?: string } = {},
): ReportTable {
  checkArgument(
    Array.isArray(findings) && findings.every(isFinding),
    "findings",
    findings,
    "what summaryOfFindings gives",
  );
  checkArgument(isObject(options), "options", options, "an object of options, or none");
  return freeze<ReportTable>({
    ...options,
    columns: [
      { head: "Outcome" },
      { head: "Participants (studies)" },
      { head: `Effect [${percent(findings[0]?.effect.level ?? 0.95)} CI]` },
      { head: "Comparator, of 100", align: "right" },
      { head: "Treatment, of 100", align: "right" },
      { head: "Difference" },
      { head: "Certainty" },
      { head: "Comment" },
    ],
    rows: findings.map((finding) => [
      finding.outcome,
      `${finding.participants === null ? "not all known" : countText(finding.participants)} (${counted(finding.studies, "study")})`,
      effectCell(finding),
      finding.absolute === null ? null : fixed(finding.absolute.comparator, 0),
      finding.absolute === null ? null : withLimits(finding.absolute.treatment, (x) => fixed(x, 0)),
      differenceCell(finding),
      finding.certainty === null
        ? "not rated"
        : `${certainties[finding.certainty.rating].sign} ${finding.certainty.rating}`,
      finding.comment,
    ]),
    notes: findings.flatMap(notesOf),
  });
}

function isFinding(finding: unknown): boolean {
  return isObject(finding) && "effect" in finding && "measure" in finding && "absolute" in finding;
}

function effectCell({ measure, effect }: OutcomeFinding): string {
  const text = measures[measure].ratio ? ratioText : (x: number) => fixed(x, 2);
  return `${effectName(measure)} ${withLimits(effect, text)}`;
}

function differenceCell({ absolute, inUnits }: OutcomeFinding): string | null {
  const parts = [
    ...(absolute === null ? [] : [withLimits(absolute.difference, moreOrFewer)]),
    ...(inUnits === null ? [] : [`${withLimits(inUnits, (x) => fixed(x, 1))} ${inUnits.name}`]),
    ...(inUnits?.inMids == null
      ? []
      : [`${withLimits(inUnits.inMids, (x) => fixed(x, 2))} minimal important differences`]),
  ];
  return parts.length === 0 ? null : parts.join("; ");
}

function moreOrFewer(difference: number): string {
  const count = Math.abs(difference).toFixed(0);
  if (Number(count) === 0) return "0";
  return `${count} ${difference < 0 ? "fewer" : "more"}`;
}

function withLimits({ estimate, lower, upper }: Estimate, text: (x: number) => string): string {
  return `${text(estimate)} [${text(lower)}, ${text(upper)}]`;
}

function notesOf({ outcome, absolute, inUnits, certainty }: OutcomeFinding): readonly string[] {
  return [
    ...(absolute === null ? [] : [`${outcome}: comparator's risk from ${absolute.source}.`]),
    ...(inUnits === null ? [] : [`${outcome}: ${inUnits.name} from ${inUnits.source}.`]),
    ...(certainty === null || certainty.reasons.length === 0
      ? []
      : [`${outcome}: certainty ${certainty.rating}: ${certainty.reasons.join("; ")}.`]),
  ];
}
