import type { Effect, Measure } from "../../effects/effect.js";
import { checkOptionNames } from "../../errors/checkOptionNames.js";
import { messages } from "../../errors/messages.js";
import { metaError } from "../../errors/metaError.js";
import { freeze } from "../../numerics/freeze.js";
import type { OneMeasure } from "../../pool/oneMeasure.js";
import { uniforms } from "../../resample/random.js";
import type { MixedDesign } from "../../sparse/mixed/mixedDesign.js";
import { likelihoodRatio, nestedMaxima } from "../../sparse/mixed/termVariances.js";
import { type SparseRow, sparseDesign } from "../../sparse/sparseDesign.js";
import { membershipModel } from "../membershipModel.js";
import { type MultiMembershipOptions, resolveMembership } from "../options.js";
import { spreadOfMembers } from "../spreadOfMembers.js";

/** How to shuffle members. */
export interface PermuteMembershipOptions extends MultiMembershipOptions {
  /** The column of the effects within whose values members are exchanged; among all unless given. */
  readonly within?: string;
  /** 999 unless given. */
  readonly draws?: number;
  /** 1 unless given. */
  readonly seed?: number;
}

/** What {@link permuteMembership} finds of the variance of the first column's members. */
export interface PermutedMembership {
  readonly column: string;
  /** Likelihood ratio against σ² = 0. */
  readonly ratio: number;
  /** (1 + shuffles with a ratio as large)/(1 + shuffles). */
  readonly p: number;
  readonly draws: number;
  readonly seed: number;
}

/**
 * Whether members differ, without a distribution of their effects: the likelihood ratio of {@link multiMembership} against the ratios
 * of the same effects with the lists of members dealt out anew, whole lists, so that what comes together stays together; within the
 * values of a column, as what trials were compared with.
 *
 * Throws what `multiMembership` throws, `BAD_BOOTSTRAP_OPTION`, and `UNKNOWN_CHOICE` for a `within` that effects do not have.
 *
 * Phipson & Smyth 2010, Statistical Applications in Genetics and Molecular Biology 9:39 (the p).
 *
 * @example
 * import { permuteMembership } from "@acumeta/core";
 * const trials = [
 *   { study: "A", measure: "SMD", yi: 0.9, vi: 0.02, points: ["BL23", "GV3"] },
 *   { study: "B", measure: "SMD", yi: 0.8, vi: 0.03, points: ["BL23", "BL40"] },
 *   { study: "C", measure: "SMD", yi: 0.1, vi: 0.05, points: ["BL25", "BL40"] },
 *   { study: "D", measure: "SMD", yi: 0.2, vi: 0.04, points: ["BL25"] },
 *   { study: "E", measure: "SMD", yi: 0.3, vi: 0.01, points: ["GV3", "BL40"] },
 * ] as const;
 * const { ratio, p } = permuteMembership(trials, { members: "points", draws: 99 });
 * ratio; // => 1.755
 * p > 0.05; // => true
 */
export function permuteMembership<M extends Measure>(
  effects: readonly Effect<M>[] & OneMeasure<M>,
  options: PermuteMembershipOptions,
): PermutedMembership {
  const known = ["members", "moderators", "missing", "reference", "coding", "level", "within", "draws", "seed"];
  checkOptionNames(options, known, { strata: "within", iter: "draws" });
  const { within, draws = 999, seed = 1, ...asked } = options;
  const refuse = (option: string, found: unknown, allowed: string) =>
    metaError(messages.badBootstrapOption({ option, found, allowed }));
  if (!(Number.isSafeInteger(draws) && draws >= 1)) throw refuse("draws", draws, "a whole number from 1");
  if (!Number.isSafeInteger(seed)) throw refuse("seed", seed, "a whole number");
  const choices = resolveMembership(asked);
  const built = membershipModel<M>(effects, choices);
  spreadOfMembers(built);
  const strata = strataOf(
    built.built.used.map((row) => effects[row]!),
    within,
  );
  const uniform = uniforms(seed);
  const ratioOf = (model: MixedDesign) => likelihoodRatio(nestedMaxima(model), 0);
  const ratio = ratioOf(built.compact);
  let asLarge = 0;
  for (let draw = 0; draw < draws; draw++)
    if (ratioOf(dealtAnew(built.compact, shuffled(strata, uniform))) >= ratio - ROUNDING) asLarge += 1;
  return freeze<PermutedMembership>({
    column: choices.members[0]!,
    ratio,
    p: (1 + asLarge) / (1 + draws),
    draws,
    seed,
  });
}

/** The same data fitted twice have ratios this near. */
const ROUNDING = 1e-8;

/** The places of the effects with each value of the column. */
function strataOf(effects: readonly object[], within: string | undefined): readonly (readonly number[])[] {
  const all = effects.map((_, i) => i);
  if (within === undefined) return [all];
  const values = effects.map((effect) => (effect as Readonly<Record<string, unknown>>)[within]);
  const missing = values.indexOf(undefined);
  if (missing !== -1)
    throw metaError(
      messages.unknownChoice({ option: "within", id: within, known: [...new Set(effects.flatMap(Object.keys))] }),
    );
  return [...new Set(values)].map((value) => all.filter((i) => values[i] === value));
}

/** For each effect the place whose members it gets; the shuffle of Fisher & Yates within each stratum. */
function shuffled(strata: readonly (readonly number[])[], uniform: () => number): Int32Array {
  const from = new Int32Array(strata.reduce((sum, { length }) => sum + length, 0));
  for (const places of strata) {
    const order = [...places];
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor((i + 1) * uniform());
      [order[i], order[j]] = [order[j]!, order[i]!];
    }
    for (const [i, place] of places.entries()) from[place] = order[i]!;
  }
  return from;
}

/** Each row with the random columns of another one. */
function dealtAnew(model: MixedDesign, from: Int32Array): MixedDesign {
  const { design, fixed } = model;
  const { p, y, v, start, column, value } = design;
  const elements = (row: number): SparseRow =>
    Array.from({ length: start[row + 1]! - start[row]! }, (_, a) => {
      const place = start[row]! + a;
      return [column[place]!, value[place]!] as const;
    });
  const rows = Array.from(from, (other, row) => ({
    x: [...elements(row).filter(([at]) => at < fixed), ...elements(other).filter(([at]) => at >= fixed)],
    y: y[row]!,
    v: v[row]!,
  }));
  return { ...model, design: sparseDesign(p, rows) };
}
