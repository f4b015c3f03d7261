import { criticalValue } from "../numerics/quantileCache.js";
import { estimate } from "../pool/estimate.js";
import type { ResolvedOptions } from "../pool/options.js";
import type { PooledEffect } from "../pool/result.js";
import { type Registered, registry } from "../registry/registry.js";
import { deletionDiagnostics } from "./deletion.js";

/** What an outlier is told by. */
export interface OutlierInput {
  readonly y: Float64Array;
  readonly v: Float64Array;
  readonly fit: PooledEffect;
  readonly choices: ResolvedOptions;
}

/** A rule that says of each study whether it is an outlier. */
export interface OutlierRule<Id extends string = string> extends Registered<Id> {
  readonly compute: (input: OutlierInput) => readonly boolean[];
}

/** The studentised deleted residual lies beyond the normal quantile: of 20 ordinary studies one does at 0.95. */
const rstudent: OutlierRule<"rstudent"> = {
  id: "rstudent",
  label: "studentised deleted residual beyond the normal quantile",
  citation: "Viechtbauer & Cheung 2010, Research Synthesis Methods 1:112-125",
  compute({ y, v, choices: { tau2: estimator, level } }) {
    const full = estimate(y, v, estimator);
    const limit = criticalValue(level, null);
    return Array.from(y, (_, omitted) => {
      const { rstudent } = deletionDiagnostics(y, v, { full, estimator, omitted });
      return Math.abs(rstudent) > limit;
    });
  },
};

/** The interval of the study and that of the pooled effect have no point in common: marks more, the larger τ² is. */
const interval: OutlierRule<"interval"> = {
  id: "interval",
  label: "interval of the study apart from that of the pooled effect",
  citation: "Harrer, Cuijpers, Furukawa & Ebert 2021, Doing Meta-Analysis with R, ch. 5.4",
  compute: ({ fit: { studies, ci } }) => studies.map(({ lower, upper }) => upper < ci.lower || lower > ci.upper),
};

/** Rules for outliers, by id. */
export const outlierRules = registry([rstudent, interval]);

export type OutlierRuleId = keyof typeof outlierRules;
