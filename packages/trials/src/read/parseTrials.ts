import type { Trials } from "../schema/trials.js";
import type { ReadOptions } from "../table/readOptions.js";
import { accepted } from "./accepted.js";
import { checkTrials } from "./checkTrials.js";
import type { TrialSources } from "./sources.js";

/**
 * The trials of tables given as text or streams; runs in Node and in a browser. As `readTrials`, without files.
 *
 * Throws a `TrialsRefused` (a MetaError, code TRIALS_REFUSED, with all `problems`) where any table has an error, and
 * `WRONG_ARGUMENT`.
 *
 * @example
 * import { parseTrials } from "@acumeta/trials";
 * const { trials } = await parseTrials({
 *   trials: "trial_id;citation;condition;condition_group;source_url\nt1;Synthetic 2000;back pain;low-back-pain;none\n",
 *   arms: "trial_id;arm;kind\nt1;real;acupuncture\nt1;sham;sham\n",
 * });
 * trials[0].citation; // => "Synthetic 2000"
 */
export async function parseTrials(sources: TrialSources, options: ReadOptions = {}): Promise<Trials> {
  return accepted(await checkTrials(sources, options));
}
