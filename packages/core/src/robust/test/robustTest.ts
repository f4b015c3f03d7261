import type { Registered } from "../../registry/registry.js";
import type { Sizes } from "../adjustment/adjustment.js";

/** How a coefficient is compared with its robust standard error. */
export interface RobustTest<Id extends string = string> extends Registered<Id> {
  /** More clusters than this are needed. */
  readonly beyond: (sizes: Sizes) => number;
  /** Degrees of freedom of the t distribution; null for the normal. `satterthwaite` are those of the coefficient's own variance. */
  readonly df: (sizes: Sizes, satterthwaite: number) => number | null;
}
