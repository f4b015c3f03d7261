import type { Effect, Measure } from "../effects/effect.js";
import { messages } from "../errors/messages.js";
import { metaError } from "../errors/metaError.js";
import { freeze } from "../numerics/freeze.js";
import { checkEffects } from "../pool/checkEffects.js";
import { estimate } from "../pool/estimate.js";
import type { OneMeasure } from "../pool/oneMeasure.js";
import { checkPoolOptions, type PoolOptions, resolveOptions } from "../pool/options.js";
import { type DeletionDiagnostics, deletionDiagnostics } from "./deletion.js";
import { type InfluenceRule, type InfluenceRuleId, influenceRules } from "./influenceRules.js";

/** One study in {@link influence}. */
export interface StudyInfluence extends DeletionDiagnostics {
  readonly study: string;
  /** Percent of the total weight. */
  readonly weight: number;
  readonly outlier: boolean;
  readonly influential: boolean;
  /** Ids of the rules that mark it. */
  readonly reasons: readonly InfluenceRuleId[];
}

/** A rule and the size beyond which it marks a study of this fit. */
export interface AppliedRule {
  readonly id: InfluenceRuleId;
  readonly label: string;
  readonly citation: string;
  readonly marks: "outlier" | "influence";
  readonly limit: number;
}

/** What {@link influence} finds. */
export interface Influence<M extends Measure = Measure> {
  readonly measure: M;
  readonly k: number;
  readonly estimate: number;
  readonly tau2: number;
  readonly rules: readonly AppliedRule[];
  readonly studies: readonly StudyInfluence[];
}

/**
 * Outlier and influence diagnostics of each study: residuals standardised with and without it, DFFITS, Cook's distance,
 * covariance ratio, DFBETAS, hat value and weight, τ² and Q without it; with the rules of `influenceRules` that mark it.
 * A mark asks to look at the study; it is no reason to leave it out. Of 20 ordinary studies one is an "outlier" at 0.95.
 *
 * @param options `tau2` and `level` as of `pool`; `level` sets the limit of outliers. Standard errors are model-based
 * (Wald) whatever the interval, as metafor's for test = "z". k refits, O(k²).
 *
 * Of two studies each is compared with the other alone, for which τ² is 0.
 *
 * Throws `TOO_FEW_EFFECTS` for fewer than two effects, and what `pool` throws.
 * Viechtbauer & Cheung 2010, Research Synthesis Methods 1:112-125.
 *
 * @example
 * import { influence } from "@acumeta/core";
 * const yi = [0.1, 0.2, 0.15, 0.12, 0.18, 1.5];
 * const effects = yi.map((y, i) => ({ study: `${i + 1}`, measure: "SMD" as const, yi: y, vi: 0.02 }));
 * const { studies } = influence(effects);
 * studies.filter(({ outlier }) => outlier).map(({ study }) => study); // => ["6"]
 * studies[5].reasons; // => ["rstudent", "dffits", "cooksD", "dfbetas"]
 */
export function influence<M extends Measure>(
  effects: readonly Effect<M>[] & OneMeasure<M>,
  options: Pick<PoolOptions, "tau2" | "level"> = {},
): Influence<M> {
  checkPoolOptions(options);
  const { tau2: estimator, level } = resolveOptions(options);
  const list: readonly Effect<M>[] = effects;
  const { measure, y, v } = checkEffects(list);
  const k = y.length;
  if (k < 2) throw metaError(messages.tooFewEffects({ k, needed: 2, what: "influence" }));
  const full = estimate(y, v, estimator);
  const rules: readonly InfluenceRule<InfluenceRuleId>[] = Object.values(influenceRules);
  const applied = rules.map((rule) => ({ rule, limit: rule.limit({ k, level }) }));
  const studies = list.map(({ study }, omitted): StudyInfluence => {
    const diagnostics = deletionDiagnostics(y, v, { full, estimator, omitted });
    const marked = applied.filter(({ rule, limit }) => rule.size(diagnostics) > limit).map(({ rule }) => rule);
    return {
      study,
      weight: 100 * diagnostics.hat,
      ...diagnostics,
      outlier: marked.some(({ marks }) => marks === "outlier"),
      influential: marked.some(({ marks }) => marks === "influence"),
      reasons: marked.map(({ id }) => id),
    };
  });
  return freeze<Influence<M>>({
    measure,
    k,
    estimate: full.sums.mean,
    tau2: full.tau2.value,
    rules: applied.map(({ rule: { id, label, citation, marks }, limit }) => ({ id, label, citation, marks, limit })),
    studies,
  });
}
