import { normalQuantile } from "@acumeta/core";
import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { minimise } from "../../../packages/core/src/numerics/minimise.ts";
import { denseLikelihood } from "./denseLikelihood.ts";
import type { RandomModel } from "./randomModel.ts";

/** The highest log-likelihood that quasi-Newton searches without bounds find, from that many random starts. */
export function secondRoute(model: RandomModel, starts: number, seed: number): number {
  const generator = xoroshiro128plus(seed);
  const { parameters, logLikelihood } = denseLikelihood(model);
  const deviance = (theta: Float64Array) => -logLikelihood(theta);
  let highest = Number.NEGATIVE_INFINITY;
  for (let s = 0; s < starts; s++) {
    const start = Float64Array.from({ length: parameters }, () =>
      normalQuantile(Math.min(1 - 1e-16, Math.max(1e-16, uniformFloat64(generator)))),
    );
    const { value } = minimise(deviance, start);
    if (-value > highest) highest = -value;
  }
  return highest;
}
