import { fileMessages } from "../problems/messages.js";
import type { Problem } from "../problems/problem.js";
import { tables } from "../schema/tables.js";
import { fileOf } from "../table/table.js";
import { nearestTo } from "../text/nearestTo.js";

const known: readonly string[] = [...Object.values(tables).map(fileOf), "questions.json"];

/**
 * Files beside the tables that nothing reads: every other CSV file, and files of other kinds whose name is nearly that of a
 * table which is not there ("trails.csv", "arms.xlsx").
 */
export function strangers(files: readonly string[]): readonly Problem[] {
  const missing = known.filter((file) => !files.includes(file));
  return files
    .filter((file) => !known.includes(file))
    .map((file) => ({ file, nearest: nearestTo(file, missing) }))
    .filter(({ file, nearest }) => nearest !== null || /\.csv$/i.test(file))
    .map(({ file, nearest }) => ({ file, line: null, column: null, ...fileMessages.unknownFile(nearest, known) }));
}
