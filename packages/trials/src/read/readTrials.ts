import { checkArgument } from "../problems/checkArgument.js";
import type { Trials } from "../schema/trials.js";
import type { ReadOptions } from "../table/readOptions.js";
import { accepted } from "./accepted.js";
import { checkTrials } from "./checkTrials.js";

/**
 * The trials of a directory: trials.csv and arms.csv, and where they are there arm-points.csv, outcomes.csv,
 * contrasts.csv, scales.csv and questions.json. The columns are those of the shipped datapackage.json.
 *
 * Reads UTF-8 with or without byte order mark, any line ends, commas, semicolons or tabs between fields, decimal
 * points, and decimal commas where they can be nothing else. Blank cells are null. Unknown columns stay with their
 * row (`origin.unknownColumns`). Errors refuse the data; warnings travel with it (`warnings`).
 *
 * Throws a `TrialsRefused` (a MetaError, code TRIALS_REFUSED, with all `problems`) where any table has an error, and
 * `NO_DIRECTORY` where the folder can't be listed, `WRONG_ARGUMENT` where it is no text.
 *
 * @example
 * import { readTrials } from "@acumeta/trials";
 * const trials = await readTrials("datasets/pain-trials");
 * trials.trials.length; // => 93
 * trials.outcomes[0].mean; // => -28.7
 */
export async function readTrials(directory: string, options: ReadOptions = {}): Promise<Trials> {
  checkArgument(typeof directory === "string", { argument: "directory", found: directory, allowed: "a folder's path" });
  return accepted(await checkTrials(directory, options));
}
