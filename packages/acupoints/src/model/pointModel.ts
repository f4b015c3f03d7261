import {
  type FixedCoefficient,
  freeze,
  metaError,
  multiMembership,
  pScores,
  type RankInterval,
  type TermVariance,
  type Warning,
} from "@acumeta/core";
import { checkArgument, checkList, checkOptionsObject } from "../checkArgument.js";
import { groupOf, type PointGroupingId, pointGroupings } from "./groupings.js";
import { messages } from "./messages.js";
import { pairAmounts, pairOf } from "./pairs.js";
import type { PointAmounts } from "./pointAmounts.js";
import type { PointTrial } from "./pointTrials.js";

/** How to model points. */
export interface PointModelOptions {
  /** What has an effect: each point ("point", unless given), or a "meridian", "region", or "distance" (local or distal). */
  readonly grouping?: PointGroupingId;
  /**
   * What else explains effects, a formula over the trials' columns: "~ comparator" unless given, where trials have more than one,
   * as "~ comparator + electro + sessions + standardError".
   */
  readonly moderators?: string;
  /** Trials of which a moderator is not known: "leave out" unless given, or "refuse". */
  readonly missing?: "leave out" | "refuse";
  /** Pairs that may do more or less together than the sum of both, two at least: ["BL23+GV3", "BL23+BL25"]; none unless given. */
  readonly pairs?: readonly string[];
  /** 0.95 unless given. */
  readonly level?: number;
}

/** What the model says of a point, a group of points, or a pair. */
export interface ModelledPoint {
  readonly name: string;
  /** Trials with an effect that have it. */
  readonly k: number;
  /** Their patients; null where any number is not known. */
  readonly n: number | null;
  /** How many SMDs it takes an effect from those without: a prediction, drawn to 0 the more the less is known. */
  readonly estimate: number;
  readonly se: number;
  readonly ci: { readonly lower: number; readonly upper: number; readonly level: number };
  /** P-score: the mean probability of being better than another one. */
  readonly score: number;
  readonly rank: RankInterval;
}

/** The frozen, JSON-serialisable result of {@link pointModel}. */
export interface PointModel {
  readonly grouping: PointGroupingId;
  readonly k: number;
  /** The largest estimate first. */
  readonly points: readonly ModelledPoint[];
  /** null where none were asked for. */
  readonly pairs: { readonly pairs: readonly ModelledPoint[]; readonly variance: TermVariance } | null;
  /** Variance of the points' effects, tested against 0: whether points matter at all. */
  readonly variance: TermVariance;
  /** Share of the variance between trials' effects, beyond the moderators, that is due to their points. */
  readonly share: number | null;
  readonly tau2: number;
  readonly coefficients: readonly FixedCoefficient[];
  /**
   * Names, estimates and covariances of the points together, averaged over what their variance may be, for `rankSets`,
   * `rankProbabilities`, `beats`.
   */
  readonly joint: {
    readonly names: readonly string[];
    readonly estimates: readonly number[];
    readonly vcov: readonly (readonly number[])[];
  };
  readonly formula: string;
  readonly leftOut: readonly string[];
  readonly level: number;
  readonly warnings: readonly Warning[];
}

const FEWEST = 4;

/**
 * What each point adds to the effect of a trial, all points of all trials at once: trials needle many points, and a mean over the
 * trials that list one says nothing of what it does.
 *
 *   y = β₀ + γ·moderators + Σⱼ xⱼ bⱼ + u + e,   b ~ N(0, σ²)
 *
 * The bⱼ are drawn from one distribution whose variance the trials choose: where they show no differences between points, σ² is 0 and
 * every point is the same. Points that always come together share what they have together; see `pointIdentifiability`.
 *
 * Throws `WRONG_ARGUMENT`, `TOO_FEW_TRIALS`, `NOT_A_PAIR`, and what `multiMembership` throws.
 *
 * Browne, Goldstein & Rasbash 2001, Statistical Modelling 1:103-124.
 *
 * @param trials Of `pointTrials`, one effect each.
 *
 * @example
 * import { pointModel, pointTrials } from "@acumeta/acupoints";
 * import { readTrials } from "@acumeta/trials";
 * const { trials } = pointTrials(await readTrials("datasets/pain-trials"));
 * const model = pointModel(trials);
 * model.k; // => 9
 * model.formula; // => "~ comparator"
 * model.variance.ci.lower; // => 0
 */
export function pointModel(trials: readonly PointTrial[], options: PointModelOptions = {}): PointModel {
  const { effects, members, formula, missing, grouping, level } = arrangePoints(trials, options);
  const fit = multiMembership(effects, { members, moderators: formula, missing, level });
  const used = new Set(fit.data.studies);
  const rows = effects.filter(({ study }) => used.has(study));
  const [ofPoints, ofPairs] = fit.terms as readonly [(typeof fit.terms)[number], (typeof fit.terms)[number]?];
  const modelled = (term: typeof ofPoints, column: "points" | "pairs"): readonly ModelledPoint[] => {
    const ranked = pScores(jointOf(term), { better: "higher", level }).treatments;
    const list = term.members.map(({ member, estimate, se, ci: { lower, upper }, k }, i): ModelledPoint => {
      const own = rows.filter((row) => member in row[column]);
      const n = own.every((row) => row.n !== undefined) ? own.reduce((sum, row) => sum + row.n!, 0) : null;
      const { score, rank } = ranked[i]!;
      return { name: member, k, n, estimate, se, ci: { lower, upper, level }, score, rank };
    });
    return list.sort((a, b) => b.estimate - a.estimate);
  };
  return freeze<PointModel>({
    grouping,
    k: fit.k,
    points: modelled(ofPoints, "points"),
    pairs: ofPairs === undefined ? null : { pairs: modelled(ofPairs, "pairs"), variance: ofPairs.variance },
    variance: ofPoints.variance,
    share: ofPoints.share,
    tau2: fit.tau2.value,
    coefficients: fit.coefficients,
    joint: jointOf(ofPoints),
    formula,
    leftOut: fit.leftOut.map(({ study }) => study),
    level,
    warnings: fit.warnings,
  });
}

function jointOf({
  members,
  vcov,
  averaged,
}: ReturnType<typeof multiMembership>["terms"][number]): PointModel["joint"] {
  return {
    names: members.map(({ member }) => member),
    ...(averaged ?? { estimates: members.map(({ estimate }) => estimate), vcov }),
  };
}

/** Trials as rows with the columns that the model reads. */
export type PointRow = PointTrial & { readonly pairs: PointAmounts };

/** What goes into the model, with the defaults of its options. */
export function arrangePoints(trials: readonly PointTrial[], options: PointModelOptions) {
  checkList("trials", trials, "the trials that pointTrials gives");
  checkOptionsObject(options);
  const { grouping = "point", missing = "leave out", pairs = [], level = 0.95 } = options;
  const groupings = Object.keys(pointGroupings);
  checkArgument(groupings.includes(grouping), "grouping", grouping, groupings.join(", "));
  checkArgument(Array.isArray(pairs), "pairs", pairs, 'a list of pairs, as ["BL23+GV3"]');
  const isRow = ({ points }: PointTrial) => typeof points === "object" && points !== null;
  checkArgument(trials.every(isRow), "trials", trials, "the trials that pointTrials gives");
  if (trials.length < FEWEST) throw metaError(messages.tooFewTrials(trials.length, FEWEST));
  const asked = pairs.map(pairOf);
  const effects = trials.map(
    (trial): PointRow => ({
      ...trial,
      study: trial.trialId,
      points: grouped(trial.points, grouping),
      pairs: pairAmounts(trial.points, asked),
    }),
  );
  const unmet = asked.filter(([a, b]) => !effects.some(({ pairs: own }) => `${a}+${b}` in own));
  if (unmet.length > 0) throw metaError(messages.pairInNoTrial(unmet.map((pair) => pair.join("+"))));
  const isMixed = new Set(trials.map(({ comparator }) => comparator)).size > 1;
  return {
    effects,
    members: pairs.length === 0 ? ["points"] : ["points", "pairs"],
    formula: options.moderators ?? (isMixed ? "~ comparator" : "~ 1"),
    missing,
    grouping,
    level,
  };
}

function grouped(amounts: PointAmounts, grouping: PointGroupingId): PointAmounts {
  const sums = new Map<string, number>();
  for (const [code, amount] of Object.entries(amounts)) {
    const group = groupOf(code, grouping);
    sums.set(group, (sums.get(group) ?? 0) + amount);
  }
  return Object.fromEntries(sums);
}
