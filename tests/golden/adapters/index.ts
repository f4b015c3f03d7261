import type { Adapter } from "../goldenCase.ts";
import { biasAdapters } from "./bias.ts";
import { componentAdapters } from "./components.ts";
import { conversionAdapters } from "./conversions.ts";
import { dependenceAdapters } from "./dependence.ts";
import { diagnosticsAdapters } from "./diagnostics.ts";
import { distributionAdapters } from "./distributions.ts";
import { effectSizeAdapters } from "./effectSizes.ts";
import { locationScaleAdapters } from "./locationScale.ts";
import { metaregAdapters } from "./metareg.ts";
import { multilevelAdapters } from "./multilevel.ts";
import { networkAdapters } from "./network.ts";
import { networkBinaryAdapters } from "./networkBinary.ts";
import { networkEvidenceAdapters } from "./networkEvidence.ts";
import { networkInconsistencyAdapters } from "./networkInconsistency.ts";
import { networkRanksAdapters } from "./networkRanks.ts";
import { pairwiseAdapters } from "./pairwise.ts";
import { rareAdapters } from "./rare.ts";
import { robustAdapters } from "./robust.ts";
import { selectionAdapters } from "./selection.ts";
import { subgroupAdapters } from "./subgroups.ts";

/** How acumeta answers the cases of a suite. */
export const adapters: Readonly<Record<string, Adapter>> = {
  ...effectSizeAdapters,
  ...conversionAdapters,
  ...pairwiseAdapters,
  ...diagnosticsAdapters,
  ...subgroupAdapters,
  ...metaregAdapters,
  ...locationScaleAdapters,
  ...distributionAdapters,
  ...rareAdapters,
  ...biasAdapters,
  ...robustAdapters,
  ...selectionAdapters,
  ...multilevelAdapters,
  ...dependenceAdapters,
  ...networkAdapters,
  ...componentAdapters,
  ...networkBinaryAdapters,
  ...networkEvidenceAdapters,
  ...networkInconsistencyAdapters,
  ...networkRanksAdapters,
};
