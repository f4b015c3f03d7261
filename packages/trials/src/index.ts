export type { AskedQuestion } from "./choices/askedQuestion.js";
export { type ChosenEffect, type QuestionChoices, questionChoices } from "./choices/questionChoices.js";
export type { Answer, NotUsed, Provenance, TrialEffect } from "./contrasts/answer.js";
export { contrasts } from "./contrasts/contrasts.js";
export { type CountedReason, countReasons } from "./contrasts/countReasons.js";
export { listQuestions, type QuestionList } from "./contrasts/listQuestions.js";
export { provenanceInWords } from "./contrasts/provenanceInWords.js";
export type { EffectSource, Question } from "./contrasts/question.js";
export { sideNames } from "./contrasts/sideNames.js";
export type { Source } from "./csv/source.js";
export { type DataPackage, dataPackages } from "./frictionless/dataPackages.js";
export {
  type FrictionlessField,
  type FrictionlessSchema,
  frictionlessSchema,
} from "./frictionless/frictionlessSchema.js";
export {
  type ComparatorName,
  comparatorNames,
  type ModifiedEffect,
  type ModifierName,
  type Modifiers,
  modifierNames,
} from "./modifiers/modifiers.js";
export { type WithModifiers, withModifiers } from "./modifiers/withModifiers.js";
export type { NetworkAnswer, NetworkTrialEffect } from "./network/networkAnswer.js";
export { networkContrasts } from "./network/networkContrasts.js";
export { type NodeComponents, nodeComponents } from "./network/nodeComponents.js";
export { type NetworkNode, treatmentNodes } from "./network/nodes.js";
export { type ParseNetworkOptions, parseNetwork } from "./network/parseNetwork.js";
export { type ResolvedPoint, resolvePointCode } from "./points/resolvePointCode.js";
export { describeProblem, type Finding, type Problem, type Severity } from "./problems/problem.js";
export { type TurnedEffect, towardsTreatment } from "./published/towardsTreatment.js";
export { type CheckedTrials, checkTrials } from "./read/checkTrials.js";
export { parseTrials } from "./read/parseTrials.js";
export { readClaims } from "./read/readClaims.js";
export { type Published, readPublished } from "./read/readPublished.js";
export { readTrials } from "./read/readTrials.js";
export type { TrialSources } from "./read/sources.js";
export type { TrialsRefused } from "./read/trialsRefused.js";
export * from "./schema/kinds.js";
export { publishedPointsTable, publishedPooledTable } from "./schema/publishedTables.js";
export type {
  Arm,
  ArmPoints,
  Claim,
  Outcome,
  PublishedContrast,
  PublishedPoint,
  PublishedPooled,
  Range,
  RowOrigin,
  Scale,
  Sourced,
  Trial,
} from "./schema/rows.js";
export { type TableName, tables } from "./schema/tables.js";
export type { Trials } from "./schema/trials.js";
export type { ReadOptions, ReadProgress } from "./table/readOptions.js";
export { type RowBatch, readTable } from "./table/readTable.js";
export type { Columns, PartialRow, RowCheck, RowOf, Table } from "./table/table.js";
