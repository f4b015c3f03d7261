import { type ArmsRefused, armMeasures, compareArms, isMetaError, metaError, type NetworkEffect } from "@acumeta/core";
import type { Problem } from "../problems/problem.js";
import { trialsRefused } from "../read/trialsRefused.js";
import { wrongArms } from "./betweenRows.js";
import { rowFindings, wrongMeasure } from "./messages.js";
import { type NetworkFile, type Rows, rowsOf } from "./networkFile.js";
import { networkArmsTable } from "./networkTables.js";

type ArmRows = Rows<(typeof networkArmsTable)["columns"]>;

/** The comparisons of a file that has a row for each arm. */
export async function fileArms(file: NetworkFile): Promise<readonly NetworkEffect[]> {
  const { name, header, measure } = file;
  const hasOutcome = ["mean", "sd", "events"].some((column) => header.includes(column));
  const rows = await rowsOf(networkArmsTable, file, {
    noColumns: hasOutcome ? null : { column: null, ...rowFindings.noOutcomeColumn() },
    code: "NO_OUTCOME",
    betweenRows: wrongArms,
  });
  const isEvents = rows.every(({ events, mean }) => events !== null && mean === null);
  if (!isEvents && rows.some(({ mean }) => mean === null)) {
    const problem: Problem = { file: `${name}.csv`, line: null, column: "events", ...rowFindings.mixedOutcomes() };
    throw trialsRefused([problem]);
  }
  if (isEvents) {
    const id = armMeasure(measure ?? "logOR", "events");
    const arms = rows.map(({ study, treatment, n, events }) => ({ study, treatment, n, a: events! }));
    return withLines(rows, () => compareArms(arms, { measure: id as "logOR" }));
  }
  const id = armMeasure(measure ?? "SMD", "means");
  const arms = rows.map(({ study, treatment, n, mean, sd }) => ({ study, treatment, n, mean: mean!, sd: sd! }));
  return withLines(rows, () => compareArms(arms, { measure: id as "SMD" }));
}

/** A measure, where it compares arms with such an outcome. */
function armMeasure(measure: NetworkEffect["measure"], outcome: "events" | "means"): NetworkEffect["measure"] {
  const known = Object.values(armMeasures)
    .filter(({ arms }) => arms === outcome)
    .map(({ id }) => id);
  if (known.some((id) => id === measure)) return measure;
  throw metaError(wrongMeasure(measure, { outcome, known }));
}

/** What is wrong with arms, at their lines. */
function withLines<T>(rows: ArmRows, compare: () => T): T {
  try {
    return compare();
  } catch (error) {
    if (!isMetaError(error) || error.code !== "ARMS_REFUSED") throw error;
    throw trialsRefused(
      (error as ArmsRefused).problems.map(({ code, where, treatment, found, allowed: expected, mend }) => {
        const own = rows.filter(({ study }) => study === where?.study);
        const { file, line } = (own.find((row) => row.treatment === treatment) ?? own[0]!).origin;
        const column = where?.column === "a" ? "events" : (where?.column ?? null);
        return { file, line, column, code, severity: "error", found, expected, mend };
      }),
    );
  }
}
