import { checkOptionNames } from "../errors/checkOptionNames.js";
import { choose } from "../registry/choose.js";
import type { WorkingModel } from "../regression/workingModel.js";
import type { GroupLabel } from "../subgroups/grouping.js";
import type { Adjustment } from "./adjustment/adjustment.js";
import { type RobustAdjustmentId, robustAdjustments } from "./adjustment/index.js";
import { checkLabels } from "./clusters.js";
import { modelOf, type RobustSource } from "./modelOf.js";
import { type Sandwich, sandwich } from "./sandwich.js";

/** What every use of robust variances is told. */
export interface ClusterOptions {
  /** The cluster of each row: rows of one may depend on each other in any way, rows of two not at all. */
  readonly cluster: readonly GroupLabel[];
  /** Adjustment for few clusters: an id of `robustAdjustments`; "CR2" unless given. */
  readonly type?: RobustAdjustmentId;
}

/** What a person who knows R may have meant. */
const inR: Readonly<Record<string, string>> = {
  vcov: "type",
  adjust: "type",
  conf_level: "level",
  constraints: "contrasts",
  reps: "draws",
  studynum: "cluster",
  small: "smallSample",
  mods: "moderators",
};

/** Refuses (`UNKNOWN_OPTION`) an option other than `cluster` and those known. */
export function checkRobustOptions(options: object, others: readonly string[]): void {
  const known = ["cluster", ...others];
  const meant = Object.fromEntries(Object.entries(inR).filter(([, name]) => known.includes(name)));
  checkOptionNames(options, known, meant);
}

/** A checked model, its sandwich, and what they were made by. */
export interface Prepared {
  readonly model: WorkingModel;
  readonly labels: readonly string[];
  readonly adjustment: Adjustment;
  readonly sandwich: Sandwich;
}

export function prepare(source: RobustSource, { cluster, type = "CR2" }: ClusterOptions): Prepared {
  const adjustment = choose<Adjustment>("type", robustAdjustments, type);
  const model = modelOf(source);
  const labels = checkLabels(cluster, model.y.length);
  return { model, labels, adjustment, sandwich: sandwich(model, labels, adjustment) };
}
