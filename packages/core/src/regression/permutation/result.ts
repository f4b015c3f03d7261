import type { Measure } from "../../effects/effect.js";
import type { LeftOutStudy } from "../../formula/missing.js";
import type { Warning } from "../../pool/result.js";
import type { AliasedColumn } from "../result.js";

/** A p-value by permutation beside the one that the model gives. */
export interface PermutedP {
  /** Share of the arrangements, the observed one among them, whose statistic is at least as large. */
  readonly p: number;
  /** The least p that these effects could have had in any arrangement; null where arrangements were drawn. */
  readonly leastP: number | null;
  /** By the distribution that the chosen interval assumes. */
  readonly modelP: number;
}

/** A coefficient with both its p-values, two-sided. */
export interface PermutedCoefficient extends PermutedP {
  readonly name: string;
  readonly estimate: number;
  /** Estimate/se; null where se is 0. */
  readonly statistic: number | null;
}

/** The test of all coefficients but the constant. */
export interface PermutedOmnibus extends PermutedP {
  readonly names: readonly string[];
  /** χ² or F; null where every standard error is 0. */
  readonly statistic: number | null;
}

/** The frozen, JSON-serialisable result of {@link permuteModerators}. */
export interface PermutedModerators<M extends Measure = Measure> {
  readonly measure: M;
  readonly k: number;
  readonly coefficients: readonly PermutedCoefficient[];
  readonly omnibus: PermutedOmnibus;
  readonly aliased: readonly AliasedColumn[];
  /** Whether every different arrangement was made. */
  readonly exact: boolean;
  /** Arrangements made, the observed one among them. */
  readonly permutations: number;
  readonly leftOut: readonly LeftOutStudy[];
  /** `seed` is null where nothing was drawn. */
  readonly choices: { readonly tau2: string; readonly interval: string; readonly seed: number | null };
  readonly warnings: readonly Warning[];
}
