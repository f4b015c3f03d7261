export { type BiasTestOptions, type BiasTestResult, biasTest } from "./bias/asymmetry/biasTest.js";
export { type BiasTestId, biasTests } from "./bias/asymmetry/index.js";
export { type BiasPredictor, type BiasPredictorId, biasPredictors } from "./bias/asymmetry/predictors.js";
export type { Asymmetry, Coefficient, Limit } from "./bias/asymmetry/result.js";
export type { BiasRows } from "./bias/asymmetry/rows.js";
export type {
  BiasTest,
  BiasTestChoices,
  EffectsData,
  EffectsTest,
  EventsTest,
  GroupsTest,
} from "./bias/asymmetry/test.js";
export { copasModel } from "./bias/copas/copasModel.js";
export type { CopasOptions } from "./bias/copas/options.js";
export type { CopasContour, CopasModel, CopasPoint } from "./bias/copas/result.js";
export { type CorrectedEffect, type CorrectionOptions, correctForBias } from "./bias/correction/correctForBias.js";
export { type BiasCorrectionId, biasCorrections } from "./bias/correction/index.js";
export type { BiasCorrection, CorrectedMean, TestedCoefficient } from "./bias/correction/method.js";
export {
  type ExcessOptions,
  type ExcessSignificance,
  excessSignificance,
} from "./bias/excessSignificance/excessSignificance.js";
export { type ExcessTest, type ExcessTestId, excessTests } from "./bias/excessSignificance/tests.js";
export { type FailSafeN, type FailSafeOptions, failSafeN } from "./bias/failSafeN/failSafeN.js";
export { type FailSafeMethodId, failSafeMethods } from "./bias/failSafeN/index.js";
export type { FailSafe, FailSafeInput, FailSafeMethod } from "./bias/failSafeN/method.js";
export { type Funnel, type FunnelLines, type FunnelOptions, type FunnelPoint, funnel } from "./bias/funnel.js";
export { type HenmiCopas, henmiCopas } from "./bias/henmiCopas.js";
export { type LimitMeta, type LimitMetaOptions, limitMeta } from "./bias/limitMeta.js";
export { type SmallStudyEffects, smallStudyEffects, type Weighed } from "./bias/overview/smallStudyEffects.js";
export type { Alternative as SelectionAlternative, SelectionOptions } from "./bias/selection/options.js";
export { selectionPresets } from "./bias/selection/presets.js";
export type {
  Delta as SelectionDelta,
  Estimated as SelectionEstimate,
  RatioTest as SelectionRatioTest,
  SelectionConvergence,
  SelectionModel,
  StepInterval,
} from "./bias/selection/result.js";
export { selectionModel } from "./bias/selection/selectionModel.js";
export { type SelectionType, weightFunctions } from "./bias/selection/weight/index.js";
export type { PValues, WeightFunction, WeightJet, WeightParameter } from "./bias/selection/weight/weightFunction.js";
export type { SignedRanks, TrimFillEstimator } from "./bias/trimAndFill/estimator.js";
export { type TrimFillEstimatorId, trimFillEstimators } from "./bias/trimAndFill/estimators.js";
export {
  type FilledStudy,
  type TrimAndFill,
  type TrimFillOptions,
  trimAndFill,
} from "./bias/trimAndFill/trimAndFill.js";
export { type ComparedCombination, combinationEffect } from "./components/combinationEffect.js";
export { componentNetwork } from "./components/componentNetwork.js";
export type { ComponentOptions } from "./components/design/combinations.js";
export type { AliasedSet } from "./components/identifiability/aliasedSets.js";
export {
  type ComponentIdentifiability,
  componentIdentifiability,
  type IdentifiableComponent,
} from "./components/identifiability/componentIdentifiability.js";
export type { TrialLeverage } from "./components/identifiability/trialLeverages.js";
export type { ComponentNetworkOptions } from "./components/options.js";
export type {
  AdditivityTest,
  CombinationEffect,
  ComponentEffect,
  ComponentNetwork,
  EstimableColumns,
  ToldEffect,
  UntoldEffect,
} from "./components/result.js";
export {
  type InteractionStep,
  type SelectedInteractions,
  selectInteractions,
} from "./components/selection/selectInteractions.js";
export type { ShrunkComponentsOptions } from "./components/shrinkage/options.js";
export type { ShrunkComponent, ShrunkComponents } from "./components/shrinkage/result.js";
export { shrunkComponents } from "./components/shrinkage/shrunkComponents.js";
export { combineGroups, type Group } from "./convert/combineGroups.js";
export type { Converted } from "./convert/converted.js";
export { correlationFromT } from "./convert/correlationFromT.js";
export { correlationOfChange } from "./convert/correlationOfChange.js";
export {
  type FiveNumberOptions,
  fromFiveNumbers,
  type GroupFromFiveNumbers,
} from "./convert/fiveNumbers/fromFiveNumbers.js";
export { meanRules } from "./convert/fiveNumbers/meanRules.js";
export { sdRules } from "./convert/fiveNumbers/sdRules.js";
export type { SkewnessTest } from "./convert/fiveNumbers/skewness.js";
export type { FiveNumbers } from "./convert/fiveNumbers/summary.js";
export { oddsRatioToSmd } from "./convert/oddsRatioToSmd.js";
export { type ReportedMeanCi, sdFromCi } from "./convert/sdFromCi.js";
export { sdFromSe } from "./convert/sdFromSe.js";
export { sdOfChange } from "./convert/sdOfChange.js";
export { type SweptSd, sdOfChangeSweep } from "./convert/sdOfChangeSweep.js";
export { type ReportedCi, seFromCi } from "./convert/seFromCi.js";
export { seFromP, tFromP } from "./convert/seFromP.js";
export { seFromStatistic } from "./convert/seFromStatistic.js";
export { correlationToSmd, smdToCorrelation } from "./convert/smdAndCorrelation.js";
export { smdToOddsRatio } from "./convert/smdToOddsRatio.js";
export {
  type ReconstructedTable,
  type TableMargins,
  tableFromOddsRatio,
  tableFromRiskRatio,
} from "./convert/tableFromRatio.js";
export { tFromF } from "./convert/tFromF.js";
export { aggregate } from "./dependence/aggregate.js";
export { type AssumedBlock, assumedCovariance } from "./dependence/assumedCovariance.js";
export type {
  AssumedCovarianceOptions,
  AssumedOutcomes,
  AssumedTimes,
  SharedArms,
} from "./dependence/options.js";
export { overCorrelations } from "./dependence/overCorrelations.js";
export { type SharedArmRuleId, sharedArmRules } from "./dependence/sharedArm/index.js";
export type { Comparison, SharedArmInput, SharedArmRule } from "./dependence/sharedArm/rule.js";
export type { OverCorrelationsOptions, SweptDependence, VariedPart } from "./dependence/sweep/options.js";
export type { FitAtCorrelation, OverCorrelations } from "./dependence/sweep/result.js";
export { type WithinWeightsId, withinWeights } from "./dependence/within/index.js";
export type { AggregateOptions } from "./dependence/within/options.js";
export type { Aggregated, AggregatedEffect, Merged } from "./dependence/within/result.js";
export type { WithinWeights } from "./dependence/within/weights.js";
export { type BaujatPoint, baujat } from "./diagnostics/baujat.js";
export { type Blup, type Blups, blups } from "./diagnostics/blups.js";
export { type Accumulated, type CumulativeOptions, cumulative } from "./diagnostics/cumulative.js";
export type { DeletionDiagnostics } from "./diagnostics/deletion.js";
export { type FixedVsRandom, fixedVsRandom } from "./diagnostics/fixedVsRandom.js";
export { type Gosh, type GoshOptions, gosh } from "./diagnostics/gosh/gosh.js";
export type { GoshStudy, SubsetColumns, SubsetMeans } from "./diagnostics/gosh/inclusion.js";
export { type AppliedRule, type Influence, influence, type StudyInfluence } from "./diagnostics/influence.js";
export { type InfluenceRule, type InfluenceRuleId, influenceRules } from "./diagnostics/influenceRules.js";
export { type LeftOut, leaveOneOut } from "./diagnostics/leaveOneOut.js";
export type { Order, OrderKey } from "./diagnostics/order.js";
export { type OutlierInput, type OutlierRule, type OutlierRuleId, outlierRules } from "./diagnostics/outlierRules.js";
export { type OutlierOptions, type Outliers, outliers } from "./diagnostics/outliers.js";
export type { Refit } from "./diagnostics/refit.js";
export { asMeasure } from "./effects/asMeasure.js";
export { type ChangeOptions, changeVariances } from "./effects/change/changeVariance.js";
export type { Paired, PairedByOne, PairedSpreads } from "./effects/change/paired.js";
export { standardizedChangeFromT } from "./effects/change/standardizedByChange.js";
export {
  type Correlation,
  type CorrelationOptions,
  correlationVariances,
} from "./effects/correlations/correlations.js";
export type { PartialCorrelation } from "./effects/correlations/partialCorrelations.js";
export type { PersonTime, Proportion, Rate } from "./effects/counts.js";
export type { Effect, Measure } from "./effects/effect.js";
export type { EffectSize, UndefinedEffect } from "./effects/effectSize.js";
export {
  effectSize,
  effectSizes,
  type MeasureColumns,
  type MeasureOptions,
  type MeasureRow,
} from "./effects/effectSizes.js";
export type { Events, EventsColumns } from "./effects/events.js";
export type { TwoGroups, TwoGroupsColumns } from "./effects/groups.js";
export { glassDelta } from "./effects/means/glassDelta.js";
export { type SmdCorrection, type SmdCorrectionOptions, smdCorrections } from "./effects/means/hedges.js";
export { type MdOptions, mdVariances, meanDifference } from "./effects/means/meanDifference.js";
export { pointBiserialFromT } from "./effects/means/pointBiserial.js";
export type { RomOptions } from "./effects/means/ratioOfMeans.js";
export {
  type ReportedMeanDifference,
  smdFromD,
  smdFromMeanDifference,
  smdFromT,
} from "./effects/means/smdFromReported.js";
export { type SmdVariance, smdVariances } from "./effects/means/smdVariance.js";
export { type SmdOptions, standardizedMeanDifference } from "./effects/means/standardizedMeanDifference.js";
export type { EffectMeasure, GroupSize, MeasureInfo } from "./effects/measure.js";
export { backTransform, measures } from "./effects/measures.js";
export { type RatioCorrectionOptions, ratioCorrections } from "./effects/ratioCorrections.js";
export type { Reliability } from "./effects/reliability/alpha.js";
export { logOddsRatio } from "./effects/tables/logOddsRatio.js";
export { logRiskRatio } from "./effects/tables/logRiskRatio.js";
export { riskDifference } from "./effects/tables/riskDifference.js";
export { type ZeroCellOptions, type ZeroCountOptions, zeroCellTargets } from "./effects/zeroCells.js";
export {
  type Diagnosis,
  describeDiagnosis,
  isMetaError,
  type MetaError,
  metaError,
  type Place,
} from "./errors/metaError.js";
export { type CodingId, codings } from "./formula/codings.js";
export { deriveModerators } from "./formula/deriveModerators.js";
export type { FactorLevels } from "./formula/factor.js";
export type { CodingOptions, Learned as LearnedFormula } from "./formula/learn.js";
export type { LeftOutStudy, MissingPolicy } from "./formula/missing.js";
export type { TermColumns } from "./formula/modelMatrix.js";
export type { PolynomialRecursion } from "./formula/orthogonalPolynomials.js";
export type { ModeratorRow, ModeratorValue } from "./formula/values.js";
export { bootstrapMembership } from "./membership/bootstrap/bootstrapMembership.js";
export type { BootstrapMembershipOptions } from "./membership/bootstrap/options.js";
export type { BootstrapMembership } from "./membership/bootstrap/result.js";
export {
  type InformedMember,
  type MemberInformation,
  type MemberInformationOptions,
  memberInformation,
} from "./membership/information/memberInformation.js";
export { multiMembership } from "./membership/multiMembership.js";
export type { MultiMembershipOptions } from "./membership/options.js";
export {
  type PermutedMembership,
  type PermuteMembershipOptions,
  permuteMembership,
} from "./membership/permutation/permuteMembership.js";
export type { MemberEffect, MembershipTerm, MultiMembership } from "./membership/result.js";
export { type ComponentInterval, componentIntervals } from "./multilevel/componentIntervals.js";
export type { AnyFit } from "./multilevel/fitKinds.js";
export { multilevel } from "./multilevel/multilevel.js";
export type { MultilevelOptions, SamplingBlock } from "./multilevel/options.js";
export type {
  KnownCorrelation,
  RandomEffect,
  RandomIntercept,
  RandomLevels,
} from "./multilevel/random/randomEffect.js";
export { type PredictedEffect, type PredictedEffects, randomEffects } from "./multilevel/randomEffects.js";
export type {
  Convergence,
  FittedRandom,
  FixedCoefficient,
  Multilevel,
  OmnibusTest,
  VarianceComponent,
} from "./multilevel/result.js";
export { type StructureId, structures } from "./multilevel/structures/index.js";
export type {
  Covariance,
  InnerLevels,
  Parameter,
  ParameterKind,
  Structure,
} from "./multilevel/structures/structure.js";
export { type CoefficientTestId, coefficientTests } from "./multilevel/tests/index.js";
export type { CoefficientTest, CoefficientTestRule, TestInput } from "./multilevel/tests/test.js";
export { benjaminiHochberg } from "./multiplicity/benjaminiHochberg.js";
export { holm } from "./multiplicity/holm.js";
export { multiverse } from "./multiverse/multiverse.js";
export type {
  MultiverseChoices,
  MultiverseFit,
  MultiverseOption,
  MultiverseOptions,
} from "./multiverse/options.js";
export type { PermuteMultiverseOptions } from "./multiverse/permutation/options.js";
export { permuteMultiverse } from "./multiverse/permutation/permuteMultiverse.js";
export type { PermutedMultiverse, PermutedStatistic, PermutedSummary } from "./multiverse/permutation/result.js";
export type {
  EstimateSpread,
  ExplainedByDimension,
  FittedSpecification,
  Multiverse,
  MultiverseShares,
  MultiverseSummary,
  RefusedCombination,
  RefusedSpecification,
  Specification,
} from "./multiverse/result.js";
export type { EstimateArm, EventsArm, MeansArm, NamedArm, RateArm } from "./network/arms/arm.js";
export type { ArmRows } from "./network/arms/armKinds.js";
export type { ArmProblem, ArmsRefused } from "./network/arms/armProblems.js";
export {
  type ArmComparison,
  type ArmOf,
  type CompareArmsOptions,
  compareArms,
} from "./network/arms/compareArms.js";
export { type DoubleZeroTrial, doubleZeroTrials } from "./network/arms/doubleZeroTrials.js";
export type { ArmMeasure, ComparedArms, ComparedPair } from "./network/arms/measures/armMeasure.js";
export { type ArmMeasureId, armMeasures } from "./network/arms/measures/index.js";
export type { SmdOfArmsOptions } from "./network/arms/measures/standardised.js";
export { binaryNetwork } from "./network/binary/binaryNetwork.js";
export { type BinaryNetworkMethodId, binaryNetworkMethods } from "./network/binary/index.js";
export type { BinaryNetworkMethod } from "./network/binary/method.js";
export type { BinaryNetworkOptions } from "./network/binary/options.js";
export { type Dispersion, type DispersionId, dispersions } from "./network/binary/penalised/dispersion.js";
export type { BinaryNetwork, BinaryNetworkChoices, LeftOutComparison } from "./network/binary/result.js";
export { compareTreatments } from "./network/compareTreatments.js";
export {
  type ContributionMatrix,
  type ContributionOptions,
  type ContributionRow,
  contributionMatrix,
} from "./network/evidence/contribution/contributionMatrix.js";
export { type ContributionMethodId, contributionMethods } from "./network/evidence/contribution/index.js";
export type { ContributionMethod } from "./network/evidence/contribution/method.js";
export type { EvidenceStream, FlowEdge } from "./network/evidence/contribution/stream.js";
export { type DirectEvidence, directEvidence, type PartialEffect } from "./network/evidence/directEvidence.js";
export {
  type ComparisonFlow,
  type DesignFlow,
  type EvidenceFlow,
  evidenceFlow,
} from "./network/evidence/evidenceFlow.js";
export { type HatMatrix, type HatMatrixOptions, type HatRow, hatMatrix } from "./network/evidence/hatMatrix.js";
export { type HeatDesign, type HeatRow, type NetHeat, netHeat } from "./network/evidence/heat/netHeat.js";
export {
  type ConsistencyOptions,
  type ConsistencyReport,
  consistencyReport,
  type TestedComparison,
} from "./network/inconsistency/consistencyReport.js";
export {
  type DesignEstimate,
  type DesignQ,
  decomposeQ,
  type QDecomposition,
} from "./network/inconsistency/decomposeQ.js";
export {
  type EstimatedVariance,
  type InconsistencyVariance,
  type InconsistencyVarianceOptions,
  inconsistencyVariance,
} from "./network/inconsistency/inconsistencyVariance.js";
export {
  type InconsistencyLoop,
  type LoopInconsistency,
  type LoopOptions,
  type LoopSide,
  loopInconsistency,
} from "./network/inconsistency/loopInconsistency.js";
export type { PartOfQ } from "./network/inconsistency/partOfQ.js";
export { type SplitMethodId, splitMethods } from "./network/inconsistency/split/index.js";
export type { MultiArmDifference, SplitInput, SplitMethod } from "./network/inconsistency/split/method.js";
export {
  type NodeSplit,
  type NodeSplits,
  type SplitEstimate,
  type SplitOptions,
  splitNodes,
} from "./network/inconsistency/splitNodes.js";
export { leagueTable } from "./network/leagueTable.js";
export { network } from "./network/network.js";
export type { NetworkEffect } from "./network/networkEffect.js";
export type { NetworkOptions } from "./network/options.js";
export { type NetworkInteraction, networkInteractions } from "./network/regression/interactions.js";
export { networkRegression } from "./network/regression/networkRegression.js";
export type { NetworkRegressionOptions } from "./network/regression/options.js";
export type { NetworkRegression, NetworkSlope } from "./network/regression/result.js";
export type {
  Network,
  NetworkChoices,
  NetworkContrast,
  NetworkDesign,
  NetworkHeterogeneity,
  NetworkTreatment,
  TreatmentEffect,
} from "./network/result.js";
export {
  type AdjustedEffect,
  type ComparisonAdjustedOptions,
  comparisonAdjusted,
} from "./network/sensitivity/comparisonAdjusted.js";
export { leaveOneTreatmentOut } from "./network/sensitivity/leaveOneTreatmentOut.js";
export { leaveOneTrialOut } from "./network/sensitivity/leaveOneTrialOut.js";
export type { RefittedEffect, RefittedNetwork } from "./network/sensitivity/refitNetwork.js";
export type { NetworkTau2Estimator } from "./network/tau2/estimator.js";
export { type NetworkTau2Method, networkTau2Estimators } from "./network/tau2/index.js";
export { type BetaShape, betaCdf, betaQuantile } from "./numerics/beta.js";
export { chiSquareCdf, chiSquareQuantile } from "./numerics/chiSquare.js";
export { type FDegrees, fCdf, fQuantile } from "./numerics/fDistribution.js";
export { freeze } from "./numerics/freeze.js";
export { digamma, gammaCdf, gammaQuantile, logGamma, trigamma } from "./numerics/gamma.js";
export { type NoncentralChiSquare, noncentralChiSquareCdf } from "./numerics/noncentralChiSquare.js";
export { type NoncentralT, noncentralTCdf } from "./numerics/noncentralT.js";
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
export { detectableDifference, type TestPrecision } from "./power/detectableDifference.js";
export { type Beats, beats, type RankedWinner } from "./ranks/beats.js";
export { type RankMethodId, rankMethods } from "./ranks/distribution/index.js";
export type { RankDistribution, RankMethod } from "./ranks/distribution/method.js";
export type { GoodEnd, JointEstimates, Rankable } from "./ranks/joint.js";
export type { DrawOptions, MidOptions, RankOptions } from "./ranks/options.js";
export type { Criterion } from "./ranks/order/criteria.js";
export { type OrderRuleId, orderRules } from "./ranks/order/index.js";
export type { OrderRule } from "./ranks/order/rule.js";
export {
  type PartialOrder,
  type PartialOrderOptions,
  partialOrder,
  type RankedInOrder,
} from "./ranks/partialOrder.js";
export { type Poth, type PothOptions, poth, type RankedInHierarchy } from "./ranks/poth.js";
export { type PScores, pScores } from "./ranks/pScores.js";
export {
  type RankedInDistribution,
  type RankProbabilities,
  type RankProbabilityOptions,
  rankProbabilities,
} from "./ranks/rankProbabilities.js";
export { type RankedInSets, type RankSetOptions, type RankSets, rankSets } from "./ranks/rankSets.js";
export type { Ranked, RankInterval, Ranking } from "./ranks/result.js";
export type { RankSet } from "./ranks/sets/rankSet.js";
export type { WorkingJoint } from "./ranks/workingJoint.js";
export { exactProportionInterval, ruleOfThree } from "./rare/exactProportion.js";
export { type GlmmOptions, type GlmmStudies, glmm } from "./rare/glmm/glmm.js";
export { type GlmmOneGroupOptions, glmmOneGroup, type OneGroupStudies } from "./rare/glmm/glmmOneGroup.js";
export { glmmModels } from "./rare/glmm/index.js";
export { type OneGroupMeasure, oneGroupMeasures } from "./rare/glmm/oneGroupMeasures.js";
export { type GlmmCommonOptions, glmmTau2 } from "./rare/glmm/options.js";
export type { GlmmFit, GlmmHeterogeneity } from "./rare/glmm/result.js";
export { mantelHaenszelMeasures } from "./rare/mantelHaenszel/index.js";
export {
  type MantelHaenszelChoices,
  type MantelHaenszelFit,
  mantelHaenszel,
} from "./rare/mantelHaenszel/mantelHaenszel.js";
export type { MantelHaenszelMeasure, Pooled, PooledStrata } from "./rare/mantelHaenszel/measure.js";
export type { MantelHaenszelOptions, MantelHaenszelStudies } from "./rare/mantelHaenszel/options.js";
export { type MantelHaenszelRandomFit, mantelHaenszelRandom } from "./rare/mantelHaenszel/random.js";
export { type RiskDifferenceVariance, riskDifferenceVariances } from "./rare/mantelHaenszel/variances.js";
export { type ZeroCellUse, zeroCellUses } from "./rare/mantelHaenszel/zeroCellUse.js";
export { type PetoFit, peto } from "./rare/peto.js";
export type { ChiSquareTest, RareHeterogeneity, RareStudy } from "./rare/result.js";
export type { EventsStudy, PersonTimeStudy, ProportionStudy, RateStudy } from "./rare/studies.js";
export { choose } from "./registry/choose.js";
export { type Registered, type Registry, registry } from "./registry/registry.js";
export {
  type ComparedModel,
  compareModels,
  type ModelComparison,
} from "./regression/compareModels.js";
export { type Contrast, contrast, type NamedWeights, type Weights } from "./regression/contrast.js";
export { type RegressionInterval, type RegressionIntervalMethod, regressionIntervals } from "./regression/intervals.js";
export { locationScale } from "./regression/locationScale/locationScale.js";
export type { LocationScaleOptions } from "./regression/locationScale/options.js";
export type {
  LocationScale,
  LocationScaleConvergence,
  LocationScaleStudy,
  PartDesign,
  ScaleCoefficient,
  ScaleRatioTest,
} from "./regression/locationScale/result.js";
export { metaRegression } from "./regression/metaRegression.js";
export type { NewData } from "./regression/newRows.js";
export type { MetaRegressionOptions } from "./regression/options.js";
export { type PermuteModeratorsOptions, permuteModerators } from "./regression/permutation/permuteModerators.js";
export type {
  PermutedCoefficient,
  PermutedModerators,
  PermutedOmnibus,
  PermutedP,
} from "./regression/permutation/result.js";
export { type Predicted, type PredictOptions, predictAt } from "./regression/predictAt.js";
export type {
  AliasedColumn,
  Collinearity,
  MetaRegression,
  RegressionChoices,
  RegressionCoefficient,
  RegressionDesign,
  RegressionStudy,
  ResidualHeterogeneity,
  WaldTest,
} from "./regression/result.js";
export { bestSubsets } from "./regression/selection/bestSubsets.js";
export {
  type InformationCriterion,
  type InformationCriterionId,
  informationCriteria,
} from "./regression/selection/criteria.js";
export type { BestSubsetsOptions } from "./regression/selection/options.js";
export type {
  AveragedCoefficient,
  BestSubsets,
  ConditionalAverage,
  SubsetModel,
  TermImportance,
} from "./regression/selection/result.js";
export { waldTest } from "./regression/waldTest.js";
export type { CovarianceBlock, WorkingModel } from "./regression/workingModel.js";
export { workingModelOf } from "./regression/workingModelOf.js";
export { type BootstrapPredictionOptions, bootstrapPrediction } from "./resample/bootstrapPrediction.js";
export { type PermutationOptions, type PermutationTest, permutationTest } from "./resample/permutationTest.js";
export type { Adjustment, Sizes } from "./robust/adjustment/adjustment.js";
export { type RobustAdjustmentId, robustAdjustments } from "./robust/adjustment/index.js";
export { type CorrelatedOptions, correlatedEffects } from "./robust/dependent/correlatedEffects.js";
export { hierarchicalEffects } from "./robust/dependent/hierarchicalEffects.js";
export type { DependentOptions } from "./robust/dependent/options.js";
export type { DependentFit, DependentStudy } from "./robust/dependent/result.js";
export type { LinearModel } from "./robust/linearModel.js";
export type { RobustSource } from "./robust/modelOf.js";
export type { ClusterOptions } from "./robust/options.js";
export type { RobustCoefficient, RobustFit, RobustWald } from "./robust/result.js";
export { type RobustOptions, robust } from "./robust/robust.js";
export { type RobustWaldOptions, robustWaldTest } from "./robust/robustWaldTest.js";
export { type RobustTestId, robustTests } from "./robust/test/index.js";
export type { RobustTest } from "./robust/test/robustTest.js";
export { type RobustWaldTestId, robustWaldTests } from "./robust/wald/index.js";
export type { RobustWaldTest, WaldInput } from "./robust/wald/waldTest.js";
export type { WhitenedCluster } from "./robust/whiten.js";
export { type WildWeights, type WildWeightsId, wildWeights } from "./robust/wild/weights.js";
export { type WildBootstrap, type WildBootstrapOptions, wildBootstrap } from "./robust/wild/wildBootstrap.js";
export type { TermVariance } from "./sparse/mixed/termVariances.js";
export type { QTest } from "./subgroups/between.js";
export type { GroupDifference } from "./subgroups/differences.js";
export type { GroupBy, GroupLabel } from "./subgroups/grouping.js";
export { type Subgroup, type SubgroupOptions, type Subgroups, subgroups } from "./subgroups/subgroups.js";
export { boundsText, effectHead, effectName, effectText } from "./text/formatEffect.js";
export { counted, countText, fixed, percent, pText, ratioText, scientific } from "./text/formatNumber.js";
export { toR } from "./toR/toR.js";
