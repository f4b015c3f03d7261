import { freeze, isMetaError, memberInformation } from "@acumeta/core";
import { checkArgument } from "../checkArgument.js";
import { arrangePoints, type PointModelOptions, type PointRow, pointModel } from "../model/pointModel.js";
import type { PointTrial } from "../model/pointTrials.js";
import { type AliasedPoints, aliasedPoints, type NearlyAliased, nearlyAliased } from "./alike.js";

/** What to suppose. */
export interface PointIdentifiabilityOptions extends Omit<PointModelOptions, "pairs" | "grouping"> {
  /** The standard deviation of points' effects, in SMD; that of the model, but at least 0.1, unless given. */
  readonly sigma?: number;
}

/** What the trials could tell of a point. */
export interface IdentifiablePoint {
  readonly code: string;
  /** Trials with an effect that have it. */
  readonly k: number;
  /** 0: nothing is known of it beyond that it is a point; 1: everything. */
  readonly reliability: number;
  /** The trial without which most of that would be lost, and what share. */
  readonly heaviest: { readonly trial: string; readonly lost: number } | null;
}

/** The frozen, JSON-serialisable result of {@link pointIdentifiability}. */
export interface PointIdentifiability {
  readonly k: number;
  /** Points, and how many independent ones the trials could tell of. */
  readonly points: readonly IdentifiablePoint[];
  readonly rank: number;
  readonly condition: number;
  readonly together: readonly AliasedPoints[];
  readonly nearly: readonly NearlyAliased[];
  readonly sigma: number;
  readonly tau2: number;
  readonly sentence: string;
}

const LEAST_SIGMA = 0.1;

/**
 * What these trials could tell of each point, whatever their effects are: how many points are independent, which always come together,
 * which one trial alone tells apart, and how much of what is known of a point hangs on a single trial. To be read before any ranking.
 *
 * Throws `WRONG_ARGUMENT`, `TOO_FEW_TRIALS`, and what `multiMembership` throws.
 *
 * @example
 * import { pointIdentifiability, pointTrials } from "@acumeta/acupoints";
 * import { readTrials } from "@acumeta/trials";
 * const { trials } = pointTrials(await readTrials("datasets/pain-trials"));
 * const { rank, points, together } = pointIdentifiability(trials);
 * rank; // => 7
 * points.length; // => 68
 * together[0].codes.includes("BL20"); // => true
 */
export function pointIdentifiability(
  trials: readonly PointTrial[],
  options: PointIdentifiabilityOptions = {},
): PointIdentifiability {
  const { sigma: asked, ...rest } = { ...options };
  const isSigma = asked === undefined || (typeof asked === "number" && asked > 0 && Number.isFinite(asked));
  checkArgument(isSigma, "sigma", asked, "a standard deviation above 0");
  const model = pointModel(trials, rest);
  const { effects, members, formula, missing } = arrangePoints(trials, rest);
  const sigma = asked ?? Math.max(LEAST_SIGMA, Math.sqrt(model.variance.value));
  const { tau2 } = model;
  const inform = (rows: readonly PointRow[]) =>
    memberInformation(rows, { members, moderators: formula, missing, variance: sigma ** 2, tau2 });
  const whole = inform(effects);
  const used = effects.filter(({ study }) => !model.leftOut.includes(study));
  const losses = lossesWithout(used, whole, inform);
  const codes = whole.members.map(({ member }) => member);
  const points = whole.members.map(
    ({ member, k, reliability }): IdentifiablePoint => ({
      code: member,
      k,
      reliability,
      heaviest: losses.get(member)!,
    }),
  );
  const found = { k: model.k, points, rank: whole.rank, condition: whole.condition, sigma, tau2 };
  const sets = { together: aliasedPoints(used, codes), nearly: nearlyAliased(used, codes) };
  return freeze<PointIdentifiability>({ ...found, ...sets, sentence: inWords({ ...found, ...sets }) });
}

type Information = ReturnType<typeof memberInformation>;

/** Of each point the trial without which most of its reliability is lost. */
function lossesWithout(
  rows: readonly PointRow[],
  whole: Information,
  inform: (rows: readonly PointRow[]) => Information,
): ReadonlyMap<string, IdentifiablePoint["heaviest"]> {
  const heaviest = new Map<string, IdentifiablePoint["heaviest"]>(whole.members.map(({ member }) => [member, null]));
  for (const left of rows) {
    const without = reliabilities(
      rows.filter((row) => row !== left),
      inform,
    );
    for (const { member, reliability } of whole.members) {
      const lost = reliability === 0 ? 0 : 1 - (without.get(member) ?? 0) / reliability;
      const before = heaviest.get(member)!;
      if (lost > 0 && (before === null || lost > before.lost)) heaviest.set(member, { trial: left.study, lost });
    }
  }
  return heaviest;
}

/** Of some trials; none where they can't be modelled any more. */
function reliabilities(
  rows: readonly PointRow[],
  inform: (rows: readonly PointRow[]) => Information,
): ReadonlyMap<string, number> {
  try {
    return new Map(inform(rows).members.map(({ member, reliability }) => [member, reliability]));
  } catch (error) {
    if (isMetaError(error)) return new Map();
    throw error;
  }
}

function inWords({
  k,
  points,
  rank,
  together,
  nearly,
}: Omit<PointIdentifiability, "sentence" | "condition" | "sigma" | "tau2">): string {
  const alike = together.reduce((sum, { codes }) => sum + codes.length, 0);
  const once = points.filter((point) => point.k === 1).length;
  const hanging = points.filter(({ heaviest }) => heaviest !== null && heaviest.lost > 0.5).length;
  const near = nearly.slice(0, 3).map(({ a, b, trial }) => `${a} and ${b} (${trial})`);
  const nearWords =
    near.length === 0
      ? ""
      : ` One trial alone tells apart ${near.join(", ")}${nearly.length > 3 ? ", and others" : ""}.`;
  return (
    `${k} trials list ${points.length} points, of which at most ${rank} can be told apart; ${alike} always come together with another one, ` +
    `${once} stand in a single trial, and of ${hanging} more than half of what is known hangs on one trial.${nearWords}`
  );
}
