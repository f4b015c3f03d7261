import { type Box, type BoxedMinimum, minimiseInBox } from "../../numerics/minimiseInBox.js";
import { curvedLikelihood, exactlyCurved } from "../model/curvedLikelihood.js";
import { likelihoodAt, memoryOf } from "../model/likelihood.js";
import type { MarginalModel } from "../model/marginalModel.js";
import { climb, ROUGH } from "../search/climb.js";

/** "not settled": no search at a fixed value came to an end; "higher elsewhere": the fit was no maximum. */
export type ProfileFailure = "not settled" | "higher elsewhere";

/** A value of one parameter, with all others where the likelihood is highest. */
export interface ProfilePoint {
  readonly value: number;
  readonly x: Float64Array;
  /** By how much the log-likelihood is below its maximum. */
  readonly below: number;
}

/** The log-likelihood with one parameter held, as high as all others let it be. */
export interface Profile {
  readonly maximum: ProfilePoint;
  /** At a value, searched from a point. */
  readonly from: (point: ProfilePoint, value: number) => ProfilePoint;
  /** Of a point, and those at its value that are found from other starts, the highest. */
  readonly highestAt: (point: ProfilePoint) => ProfilePoint;
  /** The first thing that went wrong; what came after means nothing. */
  readonly failure: () => ProfileFailure | null;
}

/** What is searched: the model, the maximum of its likelihood, the bounds of its parameters, and where searches begin. */
export interface Profiled {
  readonly model: MarginalModel;
  readonly maximum: Float64Array;
  readonly box: Box;
  readonly starts: readonly Float64Array[];
}

/** The slope per standard error below which a search has come to within half a millionth of the highest log-likelihood. */
const SETTLED = 1e-3;

/** A rise of the log-likelihood that is more than what a settled search may be short of. */
const RISE = 1e-6;

export function profileOf({ model, maximum, box, starts }: Profiled, place: number): Profile {
  const memory = memoryOf(model);
  const evaluate = (x: Float64Array) => curvedLikelihood(model, x, memory);
  const lowest = -likelihoodAt(model, maximum, memory)!.logLik;
  let failure: ProfileFailure | null = null;
  const heldAt = (value: number): Box => {
    const fixed = (bounds: readonly number[]) => bounds.map((bound, i) => (i === place ? value : bound));
    return { lower: fixed(box.lower), upper: fixed(box.upper) };
  };
  const search = (start: Float64Array, held: Box): BoxedMinimum => {
    const rough = minimiseInBox(evaluate, start, held);
    return rough.slope <= SETTLED ? rough : minimiseInBox((x) => exactlyCurved(model, x, memory), rough.x, held);
  };
  const pointOf = (value: number, found: BoxedMinimum): ProfilePoint => {
    if (!(found.slope <= SETTLED)) failure ??= "not settled";
    if (found.value < lowest - RISE) failure ??= "higher elsewhere";
    return { value, x: found.x, below: found.value - lowest };
  };
  return {
    maximum: { value: maximum[place]!, x: maximum, below: 0 },
    from: ({ x }, value) => {
      const held = heldAt(value);
      const followed = search(x, held);
      return pointOf(value, followed.slope <= SETTLED ? followed : search(maximum, held));
    },
    highestAt: (point) => {
      const held = heldAt(point.value);
      const found: BoxedMinimum[] = [];
      for (const start of starts) found.push(climb({ evaluate, box: held }, start, found, ROUGH));
      const best = found.reduce((lower, each) => (each.value < lower.value ? each : lower));
      return best.value - lowest < point.below - RISE ? pointOf(point.value, search(best.x, held)) : point;
    },
    failure: () => failure,
  };
}
