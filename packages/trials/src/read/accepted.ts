import type { Trials } from "../schema/trials.js";
import type { CheckedTrials } from "./checkTrials.js";
import { trialsRefused } from "./trialsRefused.js";

/** The trials of tables without errors; throws a `TrialsRefused` where there are any. */
export function accepted({ trials, problems }: CheckedTrials): Trials {
  if (trials === null) throw trialsRefused(problems);
  return trials;
}
