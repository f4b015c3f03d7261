import { choose } from "../registry/choose.js";
import { registry } from "../registry/registry.js";
import { ratioOfMeanChange, variabilityChange, variationChange } from "./change/changeRatios.js";
import { meanChange } from "./change/meanChange.js";
import { standardizedByBothTimes, standardizedByBothTimesHeteroscedastic } from "./change/standardizedByBothTimes.js";
import { standardizedByChange } from "./change/standardizedByChange.js";
import { standardizedByOneTime, standardizedByOneTimeHeteroscedastic } from "./change/standardizedByOneTime.js";
import { correlation, correlationZ } from "./correlations/correlations.js";
import { partialCorrelation, partialCorrelationZ } from "./correlations/partialCorrelations.js";
import type { Measure } from "./effect.js";
import { biserial } from "./means/biserial.js";
import { md } from "./means/meanDifference.js";
import { oddsRatioFromLogistic, oddsRatioFromNormal } from "./means/oddsRatioFromMeans.js";
import { pointBiserial, pointBiserialZ } from "./means/pointBiserial.js";
import { ratioOfMeans } from "./means/ratioOfMeans.js";
import { smdByControl, smdByControlHeteroscedastic } from "./means/smdByControl.js";
import { smdHeteroscedastic } from "./means/smdHeteroscedastic.js";
import { smd } from "./means/standardizedMeanDifference.js";
import { variabilityRatio, variationRatio } from "./means/variabilityRatios.js";
import type { GroupSize, MeasureInfo } from "./measure.js";
import { freemanTukeyProportion } from "./proportions/freemanTukey.js";
import {
  arcsineProportion,
  logitProportion,
  logProportion,
  probitProportion,
  proportion,
} from "./proportions/proportions.js";
import { freemanTukeyRate, logRate, rate, rootRate } from "./rates/oneRate.js";
import { rateDifference, rateRatio, rootRateDifference } from "./rates/twoRates.js";
import { alphaCubeRoot, alphaLog, alphaRaw } from "./reliability/alpha.js";
import { arcsineDifference } from "./tables/arcsineDifference.js";
import { oddsRatio } from "./tables/logOddsRatio.js";
import { riskRatio } from "./tables/logRiskRatio.js";
import { petoOddsRatio } from "./tables/petoOddsRatio.js";
import { phi, phiZ } from "./tables/phi.js";
import { probitDifference } from "./tables/probitDifference.js";
import { differenceOfRisks } from "./tables/riskDifference.js";
import { smdFromOddsRatioLogistic, smdFromOddsRatioNormal } from "./tables/smdFromTable.js";
import { yuleQ, yuleY } from "./tables/yule.js";

/**
 * The measures of effect, by id: what they are called, what they are computed from, and how people read them. Ids are
 * those of R's metafor, with "log" before the risk, odds and incidence rate ratio ("logRR", "logOR", "logIRR").
 */
export const measures = registry([
  smd,
  md,
  riskRatio,
  oddsRatio,
  differenceOfRisks,
  smdHeteroscedastic,
  smdByControl,
  smdByControlHeteroscedastic,
  ratioOfMeans,
  variationRatio,
  variabilityRatio,
  pointBiserial,
  pointBiserialZ,
  biserial,
  oddsRatioFromNormal,
  oddsRatioFromLogistic,
  petoOddsRatio,
  arcsineDifference,
  phi,
  phiZ,
  yuleQ,
  yuleY,
  probitDifference,
  smdFromOddsRatioNormal,
  smdFromOddsRatioLogistic,
  rateRatio,
  rateDifference,
  rootRateDifference,
  proportion,
  logProportion,
  logitProportion,
  probitProportion,
  arcsineProportion,
  freemanTukeyProportion,
  rate,
  logRate,
  rootRate,
  freemanTukeyRate,
  correlation,
  correlationZ,
  partialCorrelation,
  partialCorrelationZ,
  meanChange,
  standardizedByChange,
  standardizedByOneTime,
  standardizedByOneTimeHeteroscedastic,
  standardizedByBothTimes,
  standardizedByBothTimesHeteroscedastic,
  ratioOfMeanChange,
  variabilityChange,
  variationChange,
  alphaRaw,
  alphaCubeRoot,
  alphaLog,
]);

/**
 * A value on the scale of a measure's `yi` on the scale people read: ratios are exponentiated, Fisher's z becomes a
 * correlation, transformed proportions and rates become themselves, differences stay.
 *
 * @param size For "PFT" the patients and for "IRFT" the time at risk of the group, or of the groups that were pooled.
 *
 * Throws `UNKNOWN_CHOICE` for an unknown measure.
 *
 * @example
 * import { backTransform } from "@acumeta/core";
 * backTransform("logRR", Math.log(0.5)); // => 0.5
 * backTransform("SMD", 0.3); // => 0.3
 * backTransform("PFT", 1.2, { n: [17, 12, 8] }); // => 0.89857706
 */
export function backTransform(measure: Measure, x: number, size?: GroupSize): number {
  return choose<MeasureInfo>("measure", measures, measure).backTransform(x, size);
}
