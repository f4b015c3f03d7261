import { type Effect, fixedVsRandom, type Gosh, gosh, influence, leaveOneOut } from "@acumeta/core";
import { attempt, isNotRun, isRun } from "../output/notRun.js";
import type { Pooling } from "../pooling.js";
import type { InfluenceResult } from "./influenceResult.js";

export interface InfluenceChoices extends Pooling {
  /** Whether subsets are pooled, or how many at most. */
  readonly gosh?: true | number;
  readonly seed: number;
}

/** Every diagnostic of single trials that these effects allow. */
export function influenceOf(effects: readonly Effect[], choices: InfluenceChoices): InfluenceResult {
  const { tau2, interval, level, seed, gosh: most } = choices;
  const options = { tau2, interval, level };
  const gap = fixedVsRandom(effects, options);
  const each = attempt("influence", () => influence(effects, { tau2, level }));
  const without = attempt("leave-one-out", () => leaveOneOut(effects, options));
  const subsets = attempt<Gosh>("GOSH", () =>
    most === undefined ? notAsked : gosh(effects, { tau2, seed, ...(most === true ? {} : { subsets: most }) }),
  );
  return {
    pooled: gap.random,
    influence: isRun(each) ? each : null,
    leaveOneOut: isRun(without) ? without : null,
    fixedVsRandom: gap,
    gosh: isRun(subsets) ? subsets : null,
    notRun: [each, without, subsets].filter(isNotRun),
  };
}

const notAsked = { method: "GOSH", because: "not asked for: --gosh" };
