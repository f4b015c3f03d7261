import { freeze } from "@acumeta/core";
import { duplicates } from "../checks/duplicates.js";
import { checkArgument } from "../problems/checkArgument.js";
import { fileMessages } from "../problems/messages.js";
import { publishedPointsTable, publishedPooledTable } from "../schema/publishedTables.js";
import type { PublishedPoint, PublishedPooled } from "../schema/rows.js";
import { fileOf } from "../table/table.js";
import { collectTable } from "./collectTable.js";
import { fileSource, filesIn } from "./openDirectory.js";
import { trialsRefused } from "./trialsRefused.js";

/** What reviews printed, to compare with. */
export interface Published {
  readonly pooled: readonly PublishedPooled[];
  readonly points: readonly PublishedPoint[];
}

/**
 * The published results of a directory: pooled.csv and points.csv.
 *
 * Throws as `readTrials` does.
 *
 * @example
 * import { readPublished } from "@acumeta/trials";
 * const { points } = await readPublished("datasets/published");
 * points[0].pointOrCombination; // => "BL23"
 */
export async function readPublished(directory: string): Promise<Published> {
  const { join } = await import("node:path");
  checkArgument(typeof directory === "string", { argument: "directory", found: directory, allowed: "a folder's path" });
  const needed = [publishedPooledTable, publishedPointsTable].map(fileOf);
  const files = await filesIn(directory, needed);
  const missing = needed
    .filter((file) => !files.includes(file))
    .map((file) => ({ file, line: null, column: null, ...fileMessages.missingFile() }));
  if (missing.length > 0) throw trialsRefused(missing);
  const open = (table: { readonly name: string }) => fileSource(join(directory, fileOf(table)));
  const pooled = await collectTable(publishedPooledTable, open(publishedPooledTable));
  const points = await collectTable(publishedPointsTable, open(publishedPointsTable));
  const problems = [...pooled.problems, ...points.problems, ...duplicates(publishedPointsTable, points.rows)];
  if (problems.some(({ severity }) => severity === "error")) throw trialsRefused(problems);
  return freeze({
    pooled: pooled.rows as readonly PublishedPooled[],
    points: points.rows as readonly PublishedPoint[],
  });
}
