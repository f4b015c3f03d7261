import { registry } from "../../../registry/registry.js";
import {
  arcsineDifferences,
  oddsRatios,
  rateDifferences,
  rateRatios,
  riskDifferences,
  riskRatios,
  rootRateDifferences,
} from "./counts.js";
import { meanDifferences, ratiosOfMeans } from "./means.js";
import { standardisedDifferences } from "./standardised.js";

/** The measures by which all arms of a trial can be compared with each other, by id. */
export const armMeasures = registry([
  standardisedDifferences,
  meanDifferences,
  ratiosOfMeans,
  oddsRatios,
  riskRatios,
  riskDifferences,
  arcsineDifferences,
  rateRatios,
  rateDifferences,
  rootRateDifferences,
]);

export type ArmMeasureId = keyof typeof armMeasures;
