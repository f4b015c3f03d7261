export { cooccurrence, type PointPair } from "./cooccurrence/cooccurrence.js";
export {
  type CoprescribedPoint,
  type CoprescriptionNetwork,
  type CoprescriptionOptions,
  coprescriptionNetwork,
} from "./cooccurrence/coprescriptionNetwork.js";
export { type PointFacts, type PointInTrial, pointFacts } from "./facts/pointFacts.js";
export type { AliasedPoints, NearlyAliased } from "./identify/alike.js";
export {
  type IdentifiablePoint,
  type PointIdentifiability,
  type PointIdentifiabilityOptions,
  pointIdentifiability,
} from "./identify/pointIdentifiability.js";
export {
  type SuggestedTrial,
  type SuggestedTrials,
  type SuggestionOptions,
  suggestPrescription,
} from "./identify/suggestPrescription.js";
export { type PointsMatter, type PointsMatterOptions, pointsMatter } from "./matter/pointsMatter.js";
export { type PointGroupingId, pointGroupings } from "./model/groupings.js";
export { type CandidateRule, candidateRules, type PointAmounts } from "./model/pointAmounts.js";
export { type ModelledPoint, type PointModel, type PointModelOptions, pointModel } from "./model/pointModel.js";
export { type PointTrial, type PointTrials, type PointTrialsOptions, pointTrials } from "./model/pointTrials.js";
export { askModifier } from "./modifiers/askModifier.js";
export { askModifiers } from "./modifiers/askModifiers.js";
export type {
  LeftOutEffect,
  ModelInterval,
  ModifierAnswer,
  ModifierDifference,
  ModifierLevel,
} from "./modifiers/modifierAnswer.js";
export type { ModifierQuestion } from "./modifiers/modifierQuestion.js";
export { type ModifierQuestionId, modifierQuestions } from "./modifiers/modifierQuestions.js";
export type { DependenceOptions, ModifierOptions } from "./modifiers/options.js";
export { type TimeCourseOptions, timeCourse } from "./modifiers/timeCourse.js";
export type { SlopeAtCorrelation, TimeCourse, TimedEffect } from "./modifiers/timeCourseResult.js";
export type { AverageMethod } from "./naive/methods/averageMethod.js";
export { type NaiveMethod, naiveMethods } from "./naive/methods/index.js";
export type { NaiveEffect, NaiveOptions } from "./naive/naiveInput.js";
export { naivePointEffects } from "./naive/naivePointEffects.js";
export type { PointEffect, PointEffects, RankBand as PointRankBand } from "./naive/pointEffects.js";
export { type PointTrialEffect, type PointTrialEffects, pointTrialEffects } from "./naive/pointTrialEffects.js";
export { type ParsedPoint, type PointProblem, parsePoint } from "./parse/parsePoint.js";
export { type ParsedPoints, parsePoints } from "./parse/parsePoints.js";
export { type PointUse, popularity } from "./popularity/popularity.js";
export {
  type Prescription,
  type PrescriptionOptions,
  type Prescriptions,
  prescriptionsOf,
} from "./prescriptions/prescriptions.js";
export {
  type AgreementBesideChance,
  type CompareRankingsOptions,
  compareRankings,
  type RankedItem,
  type RankingComparison,
} from "./published/compareRankings.js";
export {
  compareWithPublished,
  type OwnRankings,
  type PointComparison,
  type PublishedList,
} from "./published/compareWithPublished.js";
export type { RankAgreement } from "./published/rankAgreement.js";
export { type Scenario, scenarios } from "./simulate/scenario.js";
export {
  type MethodRecord,
  type PointSimulation,
  type SimulationOptions,
  simulatePoints,
} from "./simulate/simulatePoints.js";
export { findPoint } from "./vocabulary/findPoint.js";
export type { Caution, CautionKind, Point, PointKind } from "./vocabulary/point.js";
export { points } from "./vocabulary/points.js";
