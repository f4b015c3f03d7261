import type { Registered } from "../../registry/registry.js";
import type { Sizes } from "../adjustment/adjustment.js";

/** What a test of q combinations of coefficients is made from. */
export interface WaldInput {
  readonly q: number;
  readonly sizes: Sizes;
  /** Degrees of freedom of the Wishart distribution that CVCᵀ is most like where the working model holds. */
  readonly eta: number;
}

/** How robust variances V test several coefficients at once, by Q = (Cβ − c)ᵀ(CVCᵀ)⁻¹(Cβ − c). */
export interface RobustWaldTest<Id extends string = string> extends Registered<Id> {
  /** F = `scale` Q/q on q and `df2` degrees of freedom, of no use where those are not above 0; null: Q is χ². */
  readonly compute: (input: WaldInput) => { readonly scale: number; readonly df2: number | null };
}
