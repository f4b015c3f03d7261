export { combineGroups, type Group } from "./convert/combineGroups.js";
export type { Converted } from "./convert/converted.js";
export { oddsRatioToSmd } from "./convert/oddsRatioToSmd.js";
export { type ReportedMeanCi, sdFromCi } from "./convert/sdFromCi.js";
export { sdFromSe } from "./convert/sdFromSe.js";
export { sdOfChange } from "./convert/sdOfChange.js";
export { type ReportedCi, seFromCi } from "./convert/seFromCi.js";
export { seFromP, tFromP } from "./convert/seFromP.js";
export { seFromStatistic } from "./convert/seFromStatistic.js";
export { type LeftOut, leaveOneOut } from "./diagnostics/leaveOneOut.js";
export type { Effect, Measure } from "./effects/effect.js";
export type { EffectSize, UndefinedEffect } from "./effects/effectSize.js";
export { effectSizes } from "./effects/effectSizes.js";
export type { Events, EventsColumns } from "./effects/events.js";
export { glassDelta } from "./effects/glassDelta.js";
export type { TwoGroups, TwoGroupsColumns } from "./effects/groups.js";
export { type SmdCorrection, smdCorrections } from "./effects/hedges.js";
export { logOddsRatio } from "./effects/logOddsRatio.js";
export { logRiskRatio } from "./effects/logRiskRatio.js";
export { type MdOptions, mdVariances, meanDifference } from "./effects/meanDifference.js";
export { backTransform, type MeasureInfo, measures } from "./effects/measures.js";
export { riskDifference } from "./effects/riskDifference.js";
export { type ReportedMeanDifference, smdFromD, smdFromMeanDifference, smdFromT } from "./effects/smdFromReported.js";
export { type SmdVariance, smdVariances } from "./effects/smdVariance.js";
export { type SmdOptions, standardizedMeanDifference } from "./effects/standardizedMeanDifference.js";
export { type ZeroCellOptions, zeroCellTargets } from "./effects/zeroCells.js";
export {
  type Diagnosis,
  describeDiagnosis,
  isMetaError,
  type MetaError,
  metaError,
  type Place,
} from "./errors/metaError.js";
export { type BetaShape, betaCdf, betaQuantile } from "./numerics/beta.js";
export { chiSquareCdf, chiSquareQuantile } from "./numerics/chiSquare.js";
export { type FDegrees, fCdf, fQuantile } from "./numerics/fDistribution.js";
export { freeze } from "./numerics/freeze.js";
export { digamma, gammaCdf, gammaQuantile, logGamma, trigamma } from "./numerics/gamma.js";
export { normalCdf, normalDensity, normalLogCdf, normalQuantile, type Tail } from "./numerics/normal.js";
export { tCdf, tQuantile } from "./numerics/studentT.js";
export { type IntervalMethod, intervals } from "./pool/interval/index.js";
export type { IntervalRule, MeanAndSpread } from "./pool/interval/rule.js";
export { type IvHet, inverseVarianceHeterogeneity } from "./pool/inverseVarianceHeterogeneity.js";
export { inWords, type Sides } from "./pool/inWords.js";
export type { OneMeasure } from "./pool/oneMeasure.js";
export type { PoolOptions } from "./pool/options.js";
export { pool } from "./pool/pool.js";
export { type EffectColumns, type PooledColumns, poolMany } from "./pool/poolMany.js";
export { type PredictionMethod, predictions } from "./pool/prediction/index.js";
export type { PredictionInput, PredictionRule } from "./pool/prediction/rule.js";
export { type ProportionAbove, proportionAbove } from "./pool/proportionAbove.js";
export type {
  Bounds,
  Choices,
  FitStatistics,
  FittedStudy,
  Heterogeneity,
  Interval,
  PooledEffect,
  PredictionInterval,
  Tau2,
  Warning,
} from "./pool/result.js";
export type { Tau2Estimate, Tau2Estimator } from "./pool/tau2/estimator.js";
export { type Tau2Method, tau2Estimators } from "./pool/tau2/index.js";
export { type Tau2IntervalMethod, tau2Intervals } from "./pool/tau2Interval/index.js";
export type { Tau2IntervalInput, Tau2IntervalRule } from "./pool/tau2Interval/rule.js";
export { choose } from "./registry/choose.js";
export { type Registered, type Registry, registry } from "./registry/registry.js";
export { type BootstrapPredictionOptions, bootstrapPrediction } from "./resample/bootstrapPrediction.js";
export { type PermutationOptions, type PermutationTest, permutationTest } from "./resample/permutationTest.js";
export { toR } from "./toR/toR.js";
