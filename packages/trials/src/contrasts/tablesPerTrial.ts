import type { RowOrigin } from "../schema/rows.js";
import type { Trials } from "../schema/trials.js";
import type { TrialTables } from "./comparison.js";
import { goodEnd } from "./goodEnd.js";
import { groupBy } from "./groupBy.js";

/** The tables cut by trial, trials and rows in file order whatever the order of the arrays. */
export function tablesPerTrial({ trials, arms, outcomes, contrasts, scales }: Trials): readonly TrialTables[] {
  const armsOf = groupBy(inFileOrder(arms), ({ trialId }) => trialId);
  const outcomesOf = groupBy(inFileOrder(outcomes), ({ trialId }) => trialId);
  const contrastsOf = groupBy(inFileOrder(contrasts), ({ trialId }) => trialId);
  const better = goodEnd({ scales, outcomes });
  return inFileOrder(trials).map((trial) => ({
    trial,
    arms: armsOf.get(trial.trialId) ?? [],
    outcomes: outcomesOf.get(trial.trialId) ?? [],
    contrasts: contrastsOf.get(trial.trialId) ?? [],
    better,
  }));
}

function inFileOrder<Row extends { readonly origin: RowOrigin }>(rows: readonly Row[]): readonly Row[] {
  return [...rows].sort((a, b) => a.origin.line - b.origin.line);
}
