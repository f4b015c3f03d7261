import { chiSquareCritical, criticalValue } from "../numerics/quantileCache.js";
import { type Registered, registry } from "../registry/registry.js";
import type { DeletionDiagnostics } from "./deletion.js";

/** When a diagnostic marks a study. */
export interface InfluenceRule<Id extends string = string> extends Registered<Id> {
  /** What the mark means: the study fits the others badly, or the result hangs on it. */
  readonly marks: "outlier" | "influence";
  /** The size of the diagnostic that is compared with the limit. */
  readonly size: (study: DeletionDiagnostics) => number;
  readonly limit: (facts: { readonly k: number; readonly level: number }) => number;
}

const source = "Viechtbauer & Cheung 2010, Research Synthesis Methods 1:112-125";

const rstudent: InfluenceRule<"rstudent"> = {
  id: "rstudent",
  label: "studentised deleted residual beyond the normal quantile (±1.96 at level 0.95)",
  citation: source,
  marks: "outlier",
  size: (study) => Math.abs(study.rstudent),
  limit: ({ level }) => criticalValue(level, null),
};

const dffits: InfluenceRule<"dffits"> = {
  id: "dffits",
  label: "DFFITS beyond ±3 √(1/(k − 1))",
  citation: source,
  marks: "influence",
  size: (study) => Math.abs(study.dffits),
  limit: ({ k }) => 3 * Math.sqrt(1 / (k - 1)),
};

const cooksDistance: InfluenceRule<"cooksD"> = {
  id: "cooksD",
  label: "Cook's distance beyond the median of χ² with 1 df (0.455)",
  citation: source,
  marks: "influence",
  size: ({ cooksD }) => cooksD,
  limit: () => chiSquareCritical(0.5, 1),
};

const hatValue: InfluenceRule<"hat"> = {
  id: "hat",
  label: "hat value beyond 3/k",
  citation: source,
  marks: "influence",
  size: ({ hat }) => hat,
  limit: ({ k }) => 3 / k,
};

const dfbetas: InfluenceRule<"dfbetas"> = {
  id: "dfbetas",
  label: "DFBETAS beyond ±1",
  citation: source,
  marks: "influence",
  size: (study) => Math.abs(study.dfbetas),
  limit: () => 1,
};

/** The rules by which `influence` marks studies, by id. */
export const influenceRules = registry([rstudent, dffits, cooksDistance, hatValue, dfbetas]);

export type InfluenceRuleId = keyof typeof influenceRules;
