import { bootstrapMembership, freeze, permuteMembership } from "@acumeta/core";
import { arrangePoints, type PointModel, type PointModelOptions, pointModel } from "../model/pointModel.js";
import type { PointTrial } from "../model/pointTrials.js";
import { matterInWords } from "./matterInWords.js";

/** How to ask whether points matter. */
export interface PointsMatterOptions extends Omit<PointModelOptions, "pairs"> {
  /** Data sets drawn, and shuffles; 500 unless given. */
  readonly draws?: number;
  /** 1 unless given. */
  readonly seed?: number;
  /** With what probability a difference ought to have been found; 0.8 unless given. */
  readonly power?: number;
}

/** The frozen, JSON-serialisable result of {@link pointsMatter}. */
export interface PointsMatter extends Pick<PointModel, "grouping" | "k" | "formula" | "share" | "level" | "tau2"> {
  /** Points (or groups) of these trials. */
  readonly points: number;
  /** σ, the standard deviation of points' effects in SMD, with limits by profile likelihood and by bootstrap. */
  readonly sigma: number;
  readonly ci: { readonly lower: number; readonly upper: number; readonly method: "PL" };
  readonly bootstrapCi: { readonly lower: number; readonly upper: number; readonly method: "bootstrap" };
  /** Likelihood ratio of "no point differs", and its p by parametric bootstrap and by shuffling prescriptions. */
  readonly ratio: number;
  readonly p: number;
  readonly permutationP: number;
  /** The smallest σ that these trials would have found with the power asked for; null where they would have found none. */
  readonly detectable: { readonly power: number; readonly sigma: number | null };
  readonly draws: number;
  readonly seed: number;
  /** All of it in words. */
  readonly paragraph: string;
}

/**
 * Do points matter at all? The standard deviation σ of what points add to the effect of a trial, in {@link pointModel}, with limits;
 * the p of σ = 0 by parametric bootstrap and by dealing the prescriptions out anew among trials with the same comparator; and the
 * smallest σ that these trials could have found, without which "not found" says nothing.
 *
 * Throws what `pointModel` throws, and `BAD_BOOTSTRAP_OPTION`.
 *
 * @example
 * import { pointsMatter, pointTrials } from "@acumeta/acupoints";
 * import { readTrials } from "@acumeta/trials";
 * const { trials } = pointTrials(await readTrials("datasets/pain-trials"));
 * const { p, detectable, sigma } = pointsMatter(trials, { draws: 99 });
 * p > 0.05; // => true
 * detectable.sigma === null || detectable.sigma > sigma; // => true
 */
export function pointsMatter(trials: readonly PointTrial[], options: PointsMatterOptions = {}): PointsMatter {
  const { draws = 500, seed = 1, power = 0.8, ...asked } = { ...options };
  const { grouping, k, formula, share, level, tau2, variance, points } = pointModel(trials, asked);
  const { effects, members, missing } = arrangePoints(trials, asked);
  const common = { members, moderators: formula, missing, level, draws, seed };
  const drawn = bootstrapMembership(effects, { ...common, power });
  const { p: permutationP } = permuteMembership(effects, { ...common, within: "comparator" });
  const found = {
    ...{ grouping, k, formula, share, level, tau2 },
    points: points.length,
    sigma: Math.sqrt(variance.value),
    ci: { lower: Math.sqrt(variance.ci.lower), upper: Math.sqrt(variance.ci.upper), method: "PL" as const },
    bootstrapCi: {
      lower: Math.sqrt(drawn.ci!.lower),
      upper: Math.sqrt(drawn.ci!.upper),
      method: "bootstrap" as const,
    },
    ratio: drawn.ratio,
    p: drawn.p,
    permutationP,
    detectable: drawn.detectable!,
    draws,
    seed,
  };
  return freeze<PointsMatter>({ ...found, paragraph: matterInWords(found) });
}
