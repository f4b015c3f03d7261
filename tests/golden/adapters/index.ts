import type { Adapter } from "../goldenCase.ts";
import { conversionAdapters } from "./conversions.ts";
import { distributionAdapters } from "./distributions.ts";
import { effectSizeAdapters } from "./effectSizes.ts";
import { pairwiseAdapters } from "./pairwise.ts";

/** How acumeta answers the cases of a suite. */
export const adapters: Readonly<Record<string, Adapter>> = {
  ...effectSizeAdapters,
  ...conversionAdapters,
  ...pairwiseAdapters,
  ...distributionAdapters,
};
