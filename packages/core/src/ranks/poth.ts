import { freeze } from "../numerics/freeze.js";
import { differences } from "./differences.js";
import type { GoodEnd, Rankable } from "./joint.js";
import { checkRankOptions, type RankOptions } from "./options.js";
import { pairwiseRanks } from "./pairwiseRanks.js";
import { precision } from "./precision.js";
import type { Ranked, Ranking } from "./result.js";
import { subset } from "./subset.js";
import { workingJoint } from "./workingJoint.js";

export interface PothOptions extends RankOptions {
  /** The treatments that compete, by name (local POTH); all unless given. */
  readonly among?: readonly string[];
}

/** A treatment with what it does to the precision of the hierarchy. */
export interface RankedInHierarchy extends Ranked {
  /** POTH of the others without it; null where only one is left. */
  readonly without: number | null;
  /** POTH less that of the others without it: above 0 where the treatment makes the hierarchy clearer. */
  readonly residual: number | null;
}

/** What {@link poth} gives. */
export interface Poth extends Ranking {
  readonly treatments: readonly RankedInHierarchy[];
  readonly poth: number;
  readonly better: GoodEnd;
  /** POTH of the k treatments of the highest scores among each other, for k from 2. */
  readonly best: readonly { readonly k: number; readonly names: readonly string[]; readonly poth: number }[];
}

/**
 * Precision of the treatment hierarchy: how far a network tells its treatments apart, from 0 (every order as probable) to 1 (one
 * order for sure). The variance of the P-scores in parts of the largest that it can be,
 *
 *   POTH = 12 (n − 1)/(n + 1) · Σ(P − ½)²/n,
 *
 * which is also 1 − the mean variance of the ranks in parts of (n² − 1)/12, that of ranks of which nothing is known. P-scores
 * are SUCRA, so that nothing is drawn. O(n²), and O(n³) for `best`.
 *
 * Throws `UNKNOWN_TREATMENT` for a name among `among`, and what `pScores` throws.
 * Wigle, Béliveau, Salanti, Rücker, Schwarzer, Mavridis & Nikolakopoulou 2025, arXiv 2501.11596.
 *
 * @example
 * import { poth } from "@acumeta/core";
 * const joint = {
 *   names: ["acupuncture", "sham"],
 *   estimates: [-0.6, -0.1],
 *   vcov: [[0.02, 0.01], [0.01, 0.03]],
 *   reference: "waiting",
 * };
 * const hierarchy = poth(joint, { better: "lower" });
 * hierarchy.poth; // => 0.795
 * hierarchy.treatments.map(({ name, without }) => [name, without]);
 * // => [["acupuncture", 0.190], ["sham", 0.99996], ["waiting", 0.992]]
 */
export function poth(source: Rankable, options: PothOptions): Poth {
  checkRankOptions(options, ["better", "level", "among"]);
  const { better, level = 0.95, among } = options;
  const joint = subset(workingJoint(source, better), among);
  const { names, df } = joint;
  const n = names.length;
  const { scores, ranks, superiority } = pairwiseRanks(differences(joint), { df, level });
  const whole = precision(scores);
  const places = Array.from(names.keys());
  const ofSome = (kept: readonly number[]) => precision(kept.map((i) => scoreAmong(superiority, i, kept)));
  const fromBest = places.slice().sort((i, j) => scores[j]! - scores[i]!);
  return freeze<Poth>({
    treatments: names.map((name, i) => {
      const without = n < 3 ? null : ofSome(places.filter((j) => j !== i));
      return { name, score: scores[i]!, rank: ranks[i]!, without, residual: without === null ? null : whole - without };
    }),
    level,
    limits: "Bonferroni",
    poth: whole,
    better,
    best: fromBest.slice(1).map((_, more) => {
      const kept = fromBest.slice(0, more + 2);
      return { k: kept.length, names: kept.map((i) => names[i]!), poth: ofSome(kept) };
    }),
  });
}

/** The mean probability of beating one of the others that are kept. */
function scoreAmong(superiority: Float64Array, i: number, kept: readonly number[]): number {
  const n = Math.sqrt(superiority.length);
  let won = 0;
  for (const j of kept) if (j !== i) won += superiority[i * n + j]!;
  return won / (kept.length - 1);
}
