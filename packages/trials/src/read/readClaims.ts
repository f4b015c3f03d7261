import { freeze } from "@acumeta/core";
import { duplicates } from "../checks/duplicates.js";
import { checkArgument } from "../problems/checkArgument.js";
import { fileMessages } from "../problems/messages.js";
import { claimsTable } from "../schema/claimsTable.js";
import type { Claim } from "../schema/rows.js";
import { fileOf } from "../table/table.js";
import { collectTable } from "./collectTable.js";
import { fileSource, filesIn } from "./openDirectory.js";
import { trialsRefused } from "./trialsRefused.js";

/**
 * The claims of a directory: claims.csv.
 *
 * Throws as `readTrials` does.
 *
 * @example
 * import { readClaims } from "@acumeta/trials";
 * const claims = await readClaims("datasets/claims");
 * claims[0].id; // => "C1"
 * claims.length; // => 28
 */
export async function readClaims(directory: string): Promise<readonly Claim[]> {
  const { join } = await import("node:path");
  checkArgument(typeof directory === "string", { argument: "directory", found: directory, allowed: "a folder's path" });
  const file = fileOf(claimsTable);
  if (!(await filesIn(directory, [file])).includes(file))
    throw trialsRefused([{ file, line: null, column: null, ...fileMessages.missingFile() }]);
  const { rows, problems } = await collectTable(claimsTable, fileSource(join(directory, file)));
  const all = [...problems, ...duplicates(claimsTable, rows)];
  if (all.some(({ severity }) => severity === "error")) throw trialsRefused(all);
  return freeze(rows as readonly Claim[]);
}
