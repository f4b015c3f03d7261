import { freeze } from "@acumeta/core";
import type { DraftTables } from "../checks/draft.js";
import { duplicates } from "../checks/duplicates.js";
import { lostTables } from "../checks/lostRows.js";
import { patientCounts } from "../checks/patientCounts.js";
import { references } from "../checks/references.js";
import { scaleRanges } from "../checks/scaleRanges.js";
import { fileMessages } from "../problems/messages.js";
import type { Problem } from "../problems/problem.js";
import { requiredTables, tables } from "../schema/tables.js";
import type { Trials } from "../schema/trials.js";
import { checkReadOptions, type ReadOptions } from "../table/readOptions.js";
import { fileOf } from "../table/table.js";
import { checkSources } from "./checkSources.js";
import { collectTable } from "./collectTable.js";
import { openDirectory } from "./openDirectory.js";
import { readQuestions } from "./readQuestions.js";
import type { TrialSources } from "./sources.js";
import { strangers } from "./strangers.js";

export interface CheckedTrials {
  /** null where there is an error. */
  readonly trials: Trials | null;
  /** Errors and warnings of all tables, by file and line. */
  readonly problems: readonly Problem[];
}

/**
 * Reads and checks the tables of a directory, or given as text or streams, and tells every problem; never throws on
 * what is in them. Of a directory, the CSV files that are none of the tables and files nearly named like one are told too
 * (`UNKNOWN_FILE`). See `readTrials` for the files.
 *
 * Throws `NO_DIRECTORY` where the folder can't be listed, and `WRONG_ARGUMENT`.
 *
 * @example
 * import { checkTrials } from "@acumeta/trials";
 * const { trials, problems } = await checkTrials({ trials: "trial_id\nsmith-2001\n", arms: "trial_id,arm\n" });
 * trials; // => null
 * problems[0].code; // => "MISSING_COLUMN"
 */
export async function checkTrials(from: string | TrialSources, options: ReadOptions = {}): Promise<CheckedTrials> {
  checkSources(from);
  checkReadOptions(options);
  const { sources, files } = typeof from === "string" ? await openDirectory(from) : { sources: from, files: [] };
  const draft = {
    trials: await collectTable(tables.trials, sources.trials, options),
    arms: await collectTable(tables.arms, sources.arms, options),
    armPoints: await collectTable(tables.armPoints, sources.armPoints, options),
    outcomes: await collectTable(tables.outcomes, sources.outcomes, options),
    contrasts: await collectTable(tables.contrasts, sources.contrasts, options),
    scales: await collectTable(tables.scales, sources.scales, options),
  };
  const { questions, problems: ofQuestions } = await readQuestions(sources.questions ?? "[]");
  const rows: DraftTables = {
    trials: draft.trials.rows,
    arms: draft.arms.rows,
    armPoints: draft.armPoints.rows,
    outcomes: draft.outcomes.rows,
    contrasts: draft.contrasts.rows,
    scales: draft.scales.rows,
  };
  const ofTables = Object.values(draft).flatMap((table) => table.problems);
  ofTables.push(...missingRows(sources, rows, ofTables));
  const lost = lostTables(ofTables);
  const problems = inOrder([
    ...strangers(files),
    ...ofTables,
    ...ofQuestions,
    ...duplicates(tables.trials, rows.trials),
    ...duplicates(tables.arms, rows.arms),
    ...duplicates(tables.armPoints, rows.armPoints),
    ...duplicates(tables.outcomes, rows.outcomes),
    ...duplicates(tables.contrasts, rows.contrasts),
    ...duplicates(tables.scales, rows.scales),
    ...references(rows, lost),
    ...scaleRanges(rows),
    ...patientCounts(rows, lost),
  ]);
  const refused = problems.some(({ severity }) => severity === "error");
  return freeze({ trials: refused ? null : { ...(rows as CompleteTables), questions, warnings: problems }, problems });
}

/** Where no cell has a problem, every row is complete. */
type CompleteTables = Omit<Trials, "questions" | "warnings">;

/** Required tables that are not there, or are empty without a problem that explains it. */
function missingRows(sources: TrialSources, rows: DraftTables, problems: readonly Problem[]): readonly Problem[] {
  const lost = lostTables(problems);
  return requiredTables
    .filter((name) => rows[name].length === 0 && !lost.has(name))
    .map((name) => ({
      file: fileOf(tables[name]),
      line: null,
      column: null,
      ...(sources[name] === undefined ? fileMessages.missingFile() : fileMessages.noRows()),
    }));
}

/** By file, in the order of `tables` (questions last), and line. */
function inOrder(problems: readonly Problem[]): readonly Problem[] {
  const places = new Map(Object.values(tables).map((table, place) => [fileOf(table), place]));
  const placeOf = ({ file }: Problem) => places.get(file) ?? places.size;
  return [...problems].sort((a, b) => placeOf(a) - placeOf(b) || (a.line ?? 0) - (b.line ?? 0));
}
