import type { Effect } from "@acumeta/core";
import { normals } from "../../../packages/core/src/ranks/draw/normals.ts";
import { uniforms } from "../../../packages/core/src/resample/random.ts";

/** A synthetic trial with the points that it needled. */
export interface PointTrial extends Effect<"SMD"> {
  readonly x: number;
  readonly points: readonly string[];
}

interface Shape {
  readonly seed: number;
  readonly trials: number;
  readonly points: number;
  /** Standard deviations of the points' effects and between trials. */
  readonly sigma: number;
  readonly tau: number;
}

/** Synthetic trials of three to eight points each, the first of which are the most popular, and a moderator x. */
export function syntheticTrials({ seed, trials, points, sigma, tau }: Shape): readonly PointTrial[] {
  const uniform = uniforms(seed);
  const normal = normals(uniform);
  const effects = Array.from({ length: points }, () => sigma * normal());
  return Array.from({ length: trials }, (_, i): PointTrial => {
    const drawn = Array.from({ length: 3 + Math.floor(6 * uniform()) }, () => Math.floor(points * uniform() ** 1.5));
    const own = [...new Set(drawn)];
    const vi = 0.02 + 0.1 * uniform();
    const x = uniform();
    const ofPoints = own.reduce((sum, point) => sum + effects[point]!, 0);
    const yi = 0.4 + 0.3 * x + ofPoints + tau * normal() + Math.sqrt(vi) * normal();
    return { study: `trial ${i + 1}`, measure: "SMD", yi, vi, x, points: own.map((point) => `P${point + 1}`) };
  });
}

/** The shapes that were fitted by metafor: metafor/fits.json. */
export const fittedShapes: readonly Shape[] = [0, 0.1, 0.2, 0.3, 0.5].map((sigma, i) => ({
  seed: 11 + i,
  trials: 40,
  points: 15,
  sigma,
  tau: 0.2,
}));
