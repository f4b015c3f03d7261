import type { FixedVsRandom, Gosh, Influence, LeftOut, PooledEffect } from "@acumeta/core";
import type { Answer } from "@acumeta/trials";
import type { NotRun } from "../output/notRun.js";

/** How the answer to a question hangs on single trials; null where `notRun` says why. */
export interface InfluenceResult {
  readonly pooled: PooledEffect;
  readonly influence: Influence | null;
  readonly leaveOneOut: readonly LeftOut[] | null;
  readonly fixedVsRandom: FixedVsRandom;
  /** null unless asked for, too. */
  readonly gosh: Gosh | null;
  readonly notRun: readonly NotRun[];
}

/** `result` is null where no trial answers the question. */
export interface InfluenceAnswer extends Answer {
  readonly result: InfluenceResult | null;
  readonly inWords: string | null;
}
