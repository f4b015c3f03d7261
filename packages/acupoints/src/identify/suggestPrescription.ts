import { freeze, memberInformation } from "@acumeta/core";
import { median } from "simple-statistics";
import { checkArgument, checkOptionsObject } from "../checkArgument.js";
import { pairOf } from "../model/pairs.js";
import { arrangePoints, type PointModelOptions, type PointRow, pointModel } from "../model/pointModel.js";
import type { PointTrial } from "../model/pointTrials.js";

/** What the trial looked for should tell, and how large it may be. */
export interface SuggestionOptions extends Omit<PointModelOptions, "pairs" | "grouping"> {
  /** The standard deviation of points' effects to suppose; 0.1 unless given. */
  readonly sigma?: number;
  /** The sampling variance of the new trial; the median of these trials unless given. */
  readonly vi?: number;
  /** How many to name; 5 unless given. */
  readonly most?: number;
}

/** A trial that could be made, and what it would tell. */
export interface SuggestedTrial {
  readonly points: readonly string[];
  readonly comparator: PointTrial["comparator"];
  /** The prediction variance of the difference with this trial, in parts of that without it. */
  readonly remaining: number;
}

/** The frozen, JSON-serialisable result of {@link suggestPrescription}. */
export interface SuggestedTrials {
  readonly pair: readonly [string, string];
  /** Prediction variance of the difference between the two, as it is. */
  readonly variance: number;
  /** The most telling first. */
  readonly trials: readonly SuggestedTrial[];
}

/**
 * What trial would help most to tell two points apart: of the prescriptions that there are, each as it is, with and without either
 * point, and of either point alone, those after which the difference between the two would be known best. One trial more; c-optimal
 * for this difference. No advice to treat anybody so.
 *
 * Throws `NOT_A_PAIR`, `UNKNOWN_CHOICE` for a point that no trial has, `WRONG_ARGUMENT`, and what `pointModel` throws.
 *
 * Atkinson, Donev & Tobias 2007, Optimum Experimental Designs, with SAS, sec. 10.4 (c-optimality).
 *
 * @example
 * import { pointTrials, suggestPrescription } from "@acumeta/acupoints";
 * import { readTrials } from "@acumeta/trials";
 * const { trials } = pointTrials(await readTrials("datasets/pain-trials"));
 * const { trials: suggested } = suggestPrescription(trials, "BL23+BL40");
 * suggested[0].remaining < 1; // => true
 */
export function suggestPrescription(
  trials: readonly PointTrial[],
  pair: string,
  options: SuggestionOptions = {},
): SuggestedTrials {
  checkOptionsObject(options);
  const { sigma = 0.1, vi, most = 5, ...asked } = options;
  checkArgument(typeof sigma === "number" && sigma > 0 && Number.isFinite(sigma), "sigma", sigma, "a number above 0");
  checkArgument(Number.isSafeInteger(most) && most >= 1, "most", most, "a whole number from 1");
  const isVariance = vi === undefined || (typeof vi === "number" && vi > 0 && Number.isFinite(vi));
  checkArgument(isVariance, "vi", vi, "a variance above 0");
  const [a, b] = pairOf(pair);
  const { effects, members, formula, missing } = arrangePoints(trials, asked);
  const { tau2 } = pointModel(trials, asked);
  const varianceOf = (rows: readonly PointRow[]): number => {
    const contrasts = [{ [a]: 1, [b]: -1 }];
    const common = { members, moderators: formula, missing };
    return memberInformation(rows, { ...common, variance: sigma ** 2, tau2, contrasts }).contrasts[0]!;
  };
  const variance = varianceOf(effects);
  const size = vi ?? median(effects.map((effect) => effect.vi));
  const suggested = candidates(effects, [a, b]).map((row): SuggestedTrial => {
    const remaining = varianceOf([...effects, { ...row, study: "the new trial", yi: 0, vi: size }]) / variance;
    return { points: Object.keys(row.points), comparator: row.comparator, remaining };
  });
  return freeze<SuggestedTrials>({
    pair: [a, b],
    variance,
    trials: suggested.sort((one, other) => one.remaining - other.remaining).slice(0, most),
  });
}

/** Each prescription as it is, with one of the two alone, and each of the two by itself; of every comparator. */
function candidates(rows: readonly PointRow[], [a, b]: readonly [string, string]): readonly PointRow[] {
  const found = new Map<string, PointRow>();
  for (const row of rows) {
    const { [a]: _, [b]: __, ...others } = row.points;
    for (const points of [row.points, { ...others, [a]: 1 }, { ...others, [b]: 1 }, { [a]: 1 }, { [b]: 1 }])
      found.set(`${row.comparator}: ${Object.entries(points).sort().join()}`, { ...row, points });
  }
  return [...found.values()];
}
