import type { ZeroCountOptions } from "../../effects/zeroCells.js";
import type { ChiSquareTest } from "../../rare/result.js";
import type { Network, NetworkChoices } from "../result.js";

/** A comparison that says nothing of an odds ratio by the chosen method, and why. */
export interface LeftOutComparison {
  readonly study: string;
  readonly treat1: string;
  readonly treat2: string;
  readonly why: string;
}

export interface BinaryNetworkChoices extends NetworkChoices {
  /** An id of `binaryNetworkMethods`. */
  readonly method: string;
  /** Points of quadrature in each dimension; null where nothing is integrated. */
  readonly quadraturePoints: number | null;
  /** An id of `dispersions`; null but for "Firth". */
  readonly dispersion: string | null;
  /** What was added to cells in pooling; null but for "MH". */
  readonly zeroCells: Required<ZeroCountOptions> | null;
}

/**
 * The frozen, JSON-serialisable result of {@link binaryNetwork}: a `Network` whose effects come from counts. What looks further
 * into comparisons has none here (`contrasts` is empty): fit `network(compareArms(arms, { measure: "logOR" }))` for that.
 */
export interface BinaryNetwork extends Network<"logOR"> {
  readonly choices: BinaryNetworkChoices;
  /** Comparisons that were not used, whole trials and arms of trials, and those that nothing joins with the reference. */
  readonly leftOut: readonly LeftOutComparison[];
  /** The χ² test of the designs' estimates about the network's; null but for "MH", which makes them. */
  readonly betweenDesigns: ChiSquareTest | null;
  readonly convergence: { readonly converged: boolean; readonly iterations: number };
}
