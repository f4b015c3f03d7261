import { checkArgument, hasLists, isObject } from "../problems/checkArgument.js";

const lists = ["trials", "arms", "outcomes", "contrasts", "scales", "questions"];

/** Refuses (`WRONG_ARGUMENT`) what is not the checked tables of `readTrials`. */
export function checkTables(trials: unknown): void {
  checkArgument(hasLists(trials, lists), {
    argument: "trials",
    found: trials,
    allowed: "the tables that readTrials or parseTrials gives",
    ...(isObject(trials) && "problems" in trials ? { mend: "Give its trials, once it has no errors." } : {}),
  });
}
