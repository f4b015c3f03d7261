import type { RandomTerm } from "../random/term.js";
import type { MarginalBlock } from "./block.js";
import type { SplitGroups } from "./splitGroups.js";

/**
 * y = Xβ + Zu + e in the form in which its likelihood is computed: an orthonormal X for weights 1/v, so that neither
 * units nor moderators that nearly follow from each other cost digits, and rows in blocks that are independent.
 */
export interface MarginalModel {
  readonly X: readonly Float64Array[];
  readonly y: Float64Array;
  readonly terms: readonly RandomTerm[];
  readonly blocks: readonly MarginalBlock[];
  readonly groups: SplitGroups;
  readonly method: "ML" | "REML";
}
