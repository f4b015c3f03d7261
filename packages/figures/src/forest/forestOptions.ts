import { choose, type FittedStudy, measures, metaError, type PooledEffect } from "@acumeta/core";
import type { StudyJudgements } from "../bias/riskOfBias/judgements.js";
import { checkArgument, isObject } from "../checkArgument.js";
import { checkWidth } from "../layout/checkWidth.js";
import type { Favours } from "../layout/favoursLabels.js";
import { messages } from "../messages.js";
import { type ForestColumn, type ForestColumnId, forestColumns } from "./forestColumns.js";

/** How a forest plot is drawn. */
export interface ForestOptions {
  readonly title?: string;
  /** The treatment that positive effects favour (of levels nothing is favoured), as `contrasts()` of @acumeta/trials makes them: "Acupuncture". */
  readonly treatment?: string;
  /** What it is compared with: "Sham". */
  readonly comparator?: string;
  /** The two texts under the axis, where "Favours comparator" left and "Favours treatment" right would not be true. */
  readonly favours?: Favours;
  /** Columns beside the studies' names, by name or your own; unless given n (where a study has it), estimate and weight. */
  readonly columns?: readonly (ForestColumnId | ForestColumn)[];
  /** Order of the studies: as given, by estimate from small to large, or by weight from large to small; "given" unless given. */
  readonly sort?: "given" | "estimate" | "weight";
  /** Width of the plotting area in pixels, 120 to 2000; 320 unless given. Text columns are added to it. */
  readonly width?: number;
  /** Your judgements of studies, by name, as signs at the right; studies of other names stay without. None unless given. */
  readonly riskOfBias?: readonly StudyJudgements[];
  /** What a study's mark says beside its numbers where it is pointed at, as `provenanceInWords` of @acumeta/trials; nothing unless given. */
  readonly says?: (study: FittedStudy) => string;
}

export interface ResolvedForest {
  readonly title: string;
  readonly favours: Favours | null;
  readonly columns: readonly ForestColumn[];
  readonly studies: readonly FittedStudy[];
  readonly width: number;
  readonly riskOfBias: readonly StudyJudgements[];
  readonly says: (study: FittedStudy) => string;
}

/** Orders of studies, by name. */
export const studyOrders = {
  given: () => 0,
  estimate: (a: FittedStudy, b: FittedStudy) => a.yi - b.yi,
  weight: (a: FittedStudy, b: FittedStudy) => b.weight - a.weight,
} as const;

/** Checks the options and fills in what was left out. */
export function resolveForest(fit: PooledEffect, options: ForestOptions): ResolvedForest {
  checkArgument(isFit(fit), "fit", fit, "what pool gives");
  checkArgument(isObject(options), "options", options, "an object of options, or none");
  choose("measure", measures, fit.measure);
  const {
    title = "",
    columns = defaultColumns(fit),
    sort = "given",
    width = 320,
    riskOfBias = [],
    says = () => "",
  } = options;
  if (fit.studies.length === 0) throw metaError(messages.nothingToDraw("studies"));
  checkWidth(width);
  if (!Object.hasOwn(studyOrders, sort))
    throw metaError(messages.unknownOption("sort", sort, Object.keys(studyOrders)));
  const studies = [...fit.studies].sort(studyOrders[sort]);
  for (const study of studies) checkFinite(study);
  return {
    title,
    favours: favoursOf(options),
    columns: columns.map((column) => columnOf(column, fit)),
    studies,
    width,
    riskOfBias,
    says,
  };
}

function isFit(fit: unknown): boolean {
  return isObject(fit) && "ci" in fit && "studies" in fit && Array.isArray(fit.studies);
}

function defaultColumns({ studies }: PooledEffect): readonly ForestColumnId[] {
  return studies.some(({ n }) => n !== null) ? ["n", "estimate", "weight"] : ["estimate", "weight"];
}

function favoursOf({ favours, treatment, comparator }: ForestOptions): Favours | null {
  if (favours !== undefined) return favours;
  if (treatment === undefined && comparator === undefined) return null;
  return {
    left: `Favours ${lowerFirst(comparator ?? "comparator")}`,
    right: `Favours ${lowerFirst(treatment ?? "treatment")}`,
  };
}

function columnOf(column: ForestColumnId | ForestColumn, fit: PooledEffect): ForestColumn {
  if (typeof column !== "string") return column;
  if (!Object.hasOwn(forestColumns, column))
    throw metaError(messages.unknownOption("columns", column, Object.keys(forestColumns)));
  return forestColumns[column](fit);
}

function checkFinite({ study, yi, lower, upper, weight }: FittedStudy): void {
  const bad = [yi, lower, upper, weight].find((value) => !Number.isFinite(value));
  if (bad !== undefined) throw metaError(messages.notFinite({ study }, bad));
}

/** "Acupuncture" inside a sentence; abbreviations such as "TENS" stay as they are. */
function lowerFirst(name: string): string {
  return /^\p{Lu}[\p{Ll} ]/u.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}
