import type { InnerLevels, Parameter, Structure } from "../structures/structure.js";

/** Random effects of levels within groups: each row has the effect of its level in its group. */
export interface RandomTerm {
  /** As a reader calls it: "trial", "trial/outcome", "outcome | trial". */
  readonly label: string;
  readonly structure: Structure;
  readonly levels: InnerLevels;
  readonly groups: readonly string[];
  /** Place of each row's group in `groups`, and of its level in `levels.names`. */
  readonly outer: Int32Array;
  readonly inner: Int32Array;
  readonly parameters: readonly Parameter[];
}
