import type { FittedSpecification, MultiverseShares } from "./result.js";

type Located = Pick<FittedSpecification, "estimate" | "ci">;

/** On which side of no effect estimates and intervals lie: of 0, on the scale of every measure. */
export function sharesOf(fits: readonly Located[]): MultiverseShares {
  const share = (holds: (fit: Located) => boolean) => fits.filter(holds).length / fits.length;
  return {
    positive: share(({ estimate }) => estimate > 0),
    negative: share(({ estimate }) => estimate < 0),
    intervalAbove: share(({ ci }) => ci.lower > 0),
    intervalBelow: share(({ ci }) => ci.upper < 0),
  };
}
