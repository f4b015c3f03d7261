import { messages } from "../../errors/messages.js";
import { metaError } from "../../errors/metaError.js";
import { choose } from "../../registry/choose.js";
import { mantelHaenszelMeasures } from "../mantelHaenszel/index.js";
import { strataOf } from "../mantelHaenszel/strata.js";
import { checkWhole, type EventsStudy, type PersonTimeStudy } from "../studies.js";
import { correctedStrata, doubleZeroOf, isDoubleZero, type Stratum } from "../zeroCells.js";
import { assemble } from "./assemble.js";
import { glmmModels } from "./index.js";
import type { GlmmModel, TwoGroupMeasure } from "./model.js";
import { type GlmmCommonOptions, resolveGlmm } from "./options.js";
import type { GlmmFit } from "./result.js";

/** The rows that each measure is fitted to. */
export interface GlmmStudies {
  readonly OR: EventsStudy;
  readonly IRR: PersonTimeStudy;
}

export interface GlmmOptions<M extends TwoGroupMeasure = TwoGroupMeasure> extends GlmmCommonOptions {
  readonly measure: M;
  /** An id of `glmmModels`; "UM.FS" unless given. */
  readonly model?: keyof typeof glmmModels;
}

/**
 * Log odds ratio or log rate ratio of many studies by a generalised linear mixed model: the counts themselves are
 * modelled, so no zero cell is corrected and no normal distribution of a study's estimate is assumed.
 * Effects are N(θ, τ²).
 *
 * @param studies `{ study, a, n1, c, n2 }`, or for "IRR" `{ study, x1, t1, x2, t2 }`; whole numbers of events.
 * @param options `measure` "OR" or "IRR"; `model` of `glmmModels` ("CM.AL" for "OR" only); `tau2` "ML" or "EE";
 * `quadraturePoints` 7; `level` 0.95. R's `rma.glmm` takes 1 point for "UM.RS" with "ML", and integrates "CM.EL"
 * finely, as 30 points do.
 * @returns θ with a normal interval, τ², Wald and likelihood-ratio tests of heterogeneity, ln L and how it was reached.
 * τ² is exactly 0 where no other value is better. Studies with no events, or only events, in both groups are left out.
 *
 * Throws `NO_EFFECTS`, `NOT_A_VALID_NUMBER`, `EVENTS_EXCEED_TOTAL`, `UNKNOWN_CHOICE`, `LEVEL_OUT_OF_RANGE`; `NO_EVENTS`
 * where no study is left; `SEPARATION` where one group has no events, or only events, in every study, so that the
 * estimate is infinite; `TAU2_UNBOUNDED` where ln L still grows at τ = 12.8.
 * Stijnen, Hamza & Özdemir 2010, Statistics in Medicine 29:3046-3067; Jackson et al. 2018, 37:1059-1085.
 *
 * @example
 * import { glmm } from "@acumeta/core";
 * const studies = [
 *   { study: "A", a: 2, n1: 39, c: 1, n2: 43 },
 *   { study: "B", a: 0, n1: 44, c: 6, n2: 44 },
 *   { study: "C", a: 9, n1: 107, c: 4, n2: 110 },
 * ];
 * const fit = glmm(studies, { measure: "OR", model: "UM.FS" });
 * fit.estimate; // => -0.2893
 * fit.tau2.value; // => 1.8527
 * fit.heterogeneity.likelihoodRatio.p; // => 0.003248
 */
export function glmm<M extends TwoGroupMeasure>(
  studies: readonly GlmmStudies[M][],
  { measure, model = "UM.FS", ...options }: GlmmOptions<M>,
): GlmmFit {
  const resolved = resolveGlmm(options);
  const chosen = choose<GlmmModel>("model", glmmModels, model);
  const { per, scale, effectVariance } = choose("measure", twoGroupMeasures, measure);
  const known = Object.values<GlmmModel>(glmmModels).filter(({ measures }) => measures.includes(measure));
  if (!known.includes(chosen))
    throw metaError(messages.unknownChoice({ option: "model", id: model, known: known.map(({ id }) => id) }));

  const observed = strataOf(studies, per);
  checkWhole(
    studies.map(({ study }, i) => ({ study, ...observed[i]! })),
    ({ a, n1, c, n2 }) => (per === "patients" ? { a, n1, c, n2 } : { x1: a, x2: c }),
  );
  const informative = observed.filter((stratum) => !isDoubleZero(stratum, per));
  const dropped = studies.filter((_, i) => isDoubleZero(observed[i]!, per)).map(({ study }) => study);
  if (informative.length === 0) throw metaError(messages.noEvents());
  refuseSeparation(informative, chosen, measure);
  const n = per === "patients" ? informative.reduce((sum, { n1, n2 }) => sum + n1 + n2, 0) : null;
  const rules = dropped.length === 0 ? [] : [`${dropped.length} left out: ${doubleZeroOf[per]}`];
  const variances = Float64Array.from(correctedStrata(informative, per, {}), effectVariance);
  const solution = chosen.fit(informative, measure, resolved);
  return assemble(solution, resolved, { measure: scale, n, dropped, rules, id: measure, model: chosen.id, variances });
}

const { OR, IRR } = mantelHaenszelMeasures;
const twoGroupMeasures = { OR, IRR };

/** The estimate is infinite where every study's a is the least, or the most, that its margins allow. */
function refuseSeparation(strata: readonly Stratum[], { id }: GlmmModel, measure: TwoGroupMeasure): void {
  const ends = ({ a, n1, c, n2 }: Stratum): readonly [number, number] => {
    if (measure === "IRR" || id === "CM.AL") return [0, a + c];
    return id === "UM.RS" ? [0, n1] : [Math.max(0, a + c - n2), Math.min(n1, a + c)];
  };
  const isAtEnd = (end: 0 | 1) => strata.every((stratum) => stratum.a === ends(stratum)[end]);
  const otherAtEnd =
    id === "UM.RS" && measure === "OR" && (strata.every(({ c }) => c === 0) || strata.every(({ c, n2 }) => c === n2));
  if (isAtEnd(0) || isAtEnd(1) || otherAtEnd) throw metaError(messages.separation());
}
