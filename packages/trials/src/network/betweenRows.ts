import { groupBy } from "../contrasts/groupBy.js";
import type { Finding, Problem } from "../problems/problem.js";
import type { PartialRow } from "../table/table.js";
import { rowFindings } from "./messages.js";
import type { comparisonsTable, networkArmsTable } from "./networkTables.js";

type ComparisonRow = PartialRow<(typeof comparisonsTable)["columns"]>;
type ArmRow = PartialRow<(typeof networkArmsTable)["columns"]>;

/** Comparisons that a trial makes twice, in either direction. */
export function repeatedComparisons(rows: readonly ComparisonRow[]): readonly Problem[] {
  return repeated(
    rows,
    ({ study, treat1, treat2 }) => (treat1 === treat2 ? [undefined] : [study, ...[treat1, treat2].sort()]),
    ({ treat1, treat2 }, line) => rowFindings.duplicateComparison(treat1!, treat2!, line),
  );
}

/** Treatments that a trial has twice, and trials of one arm; none of the latter where the trial of some arm is not known. */
export function wrongArms(rows: readonly ArmRow[]): readonly Problem[] {
  const twice = repeated(
    rows,
    ({ study, treatment }) => [study, treatment],
    ({ treatment }, line) => rowFindings.duplicateArm(treatment!, line),
  );
  if (rows.some(({ study }) => study === undefined)) return twice;
  const arms = groupBy(rows, ({ study }) => study);
  const lone = rows.filter(({ study }) => arms.get(study)!.length === 1);
  return [...twice, ...lone.map((row) => at(row, rowFindings.loneArm(row.study!)))];
}

function repeated<Row extends ComparisonRow | ArmRow>(
  rows: readonly Row[],
  keyOf: (row: Row) => readonly (string | undefined)[],
  finding: (row: Row, firstLine: number) => Finding,
): readonly Problem[] {
  const firstLines = new Map<string, number>();
  return rows.flatMap((row) => {
    const key = keyOf(row);
    if (key.includes(undefined)) return [];
    const identity = JSON.stringify(key);
    const firstLine = firstLines.get(identity);
    if (firstLine !== undefined) return [at(row, finding(row, firstLine))];
    firstLines.set(identity, row.origin.line);
    return [];
  });
}

function at({ origin: { file, line } }: Pick<ComparisonRow, "origin">, finding: Finding): Problem {
  return { file, line, column: null, ...finding };
}
