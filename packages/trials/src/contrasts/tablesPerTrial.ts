import type { Better } from "../schema/kinds.js";
import type { Outcome, RowOrigin } from "../schema/rows.js";
import type { Trials } from "../schema/trials.js";
import type { TrialTables } from "./comparison.js";
import { groupBy } from "./groupBy.js";

/**
 * The tables cut by trial, trials and rows in file order whatever the order of the arrays. The good end of a scale is that
 * of scales.csv, else that of the outcome rows on this scale, where they agree.
 */
export function tablesPerTrial({ trials, arms, outcomes, contrasts, scales }: Trials): readonly TrialTables[] {
  const armsOf = groupBy(inFileOrder(arms), ({ trialId }) => trialId);
  const outcomesOf = groupBy(inFileOrder(outcomes), ({ trialId }) => trialId);
  const contrastsOf = groupBy(inFileOrder(contrasts), ({ trialId }) => trialId);
  const ofRows = groupBy(outcomes, ({ scale }) => scale);
  const ofScales = new Map(scales.map(({ scale, better }) => [scale, better]));
  const better = (scale: string) => ofScales.get(scale) ?? agreed(ofRows.get(scale) ?? []);
  return inFileOrder(trials).map((trial) => ({
    trial,
    arms: armsOf.get(trial.trialId) ?? [],
    outcomes: outcomesOf.get(trial.trialId) ?? [],
    contrasts: contrastsOf.get(trial.trialId) ?? [],
    better,
  }));
}

function agreed(rows: readonly Outcome[]): Better | null {
  const [first, ...others] = new Set(rows.map(({ better }) => better));
  return first === undefined || others.length > 0 ? null : first;
}

function inFileOrder<Row extends { readonly origin: RowOrigin }>(rows: readonly Row[]): readonly Row[] {
  return [...rows].sort((a, b) => a.origin.line - b.origin.line);
}
