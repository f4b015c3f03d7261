import { messages } from "../../errors/messages.js";
import { metaError } from "../../errors/metaError.js";
import { choose } from "../../registry/choose.js";
import {
  checkProportionStudies,
  checkRateStudies,
  checkWhole,
  type ProportionStudy,
  type RateStudy,
} from "../studies.js";
import { assemble } from "./assemble.js";
import { fitEffectModel } from "./effectModel.js";
import { type OneGroupMeasure, oneGroupMeasures } from "./oneGroupMeasures.js";
import { type GlmmCommonOptions, resolveGlmm } from "./options.js";
import type { GlmmFit } from "./result.js";

/** The rows that each measure of single groups is fitted to. */
export interface OneGroupStudies {
  readonly PLO: ProportionStudy;
  readonly IRLN: RateStudy;
}

export interface GlmmOneGroupOptions<M extends keyof OneGroupStudies = keyof OneGroupStudies>
  extends GlmmCommonOptions {
  /** An id of `oneGroupMeasures`. */
  readonly measure: M;
}

/**
 * Mean log odds of a proportion ("PLO"), or mean log rate ("IRLN"), of many single groups by a generalised linear mixed
 * model: binomial or Poisson counts whose log odds or log rates are N(θ, τ²). No zero is corrected.
 *
 * @param studies `{ study, a, n }`, `a` events of `n` patients, or for "IRLN" `{ study, x, t }`, `x` events in a time
 * `t`.
 *
 * Throws `NO_EFFECTS`, `NOT_A_VALID_NUMBER`, `EVENTS_EXCEED_TOTAL`, `UNKNOWN_CHOICE`, `LEVEL_OUT_OF_RANGE`;
 * `SEPARATION` where all studies have no events, or only events; `TAU2_UNBOUNDED` where ln L still grows at τ = 12.8.
 * Hamza, van Houwelingen & Stijnen 2008, Journal of Clinical Epidemiology 61:41-51.
 *
 * @example
 * import { glmmOneGroup } from "@acumeta/core";
 * const studies = [
 *   { study: "A", a: 16, n: 17 },
 *   { study: "B", a: 10, n: 12 },
 *   { study: "C", a: 4, n: 12 },
 * ];
 * const fit = glmmOneGroup(studies, { measure: "PLO" });
 * fit.estimate; // => 1.2142
 * fit.tau2.value; // => 1.8707
 */
export function glmmOneGroup<M extends keyof OneGroupStudies>(
  studies: readonly OneGroupStudies[M][],
  { measure, ...options }: GlmmOneGroupOptions<M>,
): GlmmFit {
  const resolved = resolveGlmm(options);
  const chosen = choose<OneGroupMeasure>("measure", oneGroupMeasures, measure);
  const { per, scale, component, variance } = chosen;
  const counts =
    per === "patients" ? proportions(studies as readonly ProportionStudy[]) : rates(studies as readonly RateStudy[]);
  const isCertain = per === "patients" && counts.every(({ x, n }) => x === n);
  if (isCertain || counts.every(({ x }) => x === 0)) throw metaError(messages.separation());
  const solution = fitEffectModel(
    counts.map(({ x, n }) => ({ parts: [{ component: component(x, n), onNuisance: 0, onEffect: 1 }], start: null })),
    { ...resolved, nuisances: 0 },
  );
  return assemble(solution, resolved, {
    measure: scale,
    n: per === "patients" ? counts.reduce((sum, { n }) => sum + n, 0) : null,
    dropped: [],
    rules: [],
    id: measure,
    model: chosen.id,
    variances: Float64Array.from(counts, ({ x, n }) => variance(x, n)),
  });
}

interface Count {
  readonly x: number;
  readonly n: number;
}

function proportions(studies: readonly ProportionStudy[]): readonly Count[] {
  checkProportionStudies(studies);
  checkWhole(studies, ({ a, n }) => ({ a, n }));
  return studies.map(({ a, n }) => ({ x: a, n }));
}

function rates(studies: readonly RateStudy[]): readonly Count[] {
  checkRateStudies(studies);
  checkWhole(studies, ({ x }) => ({ x }));
  return studies.map(({ x, t }) => ({ x, n: t }));
}
