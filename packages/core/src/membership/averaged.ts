import { findRoot } from "../numerics/findRoot.js";
import { gaussLegendre } from "../numerics/gaussLegendre.js";
import { normalCdf } from "../numerics/normal.js";
import { criticalValue } from "../numerics/quantileCache.js";
import { tQuantile } from "../numerics/studentT.js";
import type { Bounds } from "../pool/result.js";
import { type MixedMaximum, maximiseMixed } from "../sparse/mixed/maximiseMixed.js";
import { type MixedFit, mixedLikelihood } from "../sparse/mixed/mixedLikelihood.js";
import type { MembershipModel } from "./membershipModel.js";

/** Predictions of the members of a single term, averaged over what their variance may be. */
export interface AveragedMembers {
  readonly estimates: readonly number[];
  readonly vcov: readonly (readonly number[])[];
  readonly limits: readonly Bounds[];
}

/** Predictions at one standard deviation, and how much it counts. */
interface Node {
  readonly weight: number;
  readonly means: readonly number[];
  readonly C: Float64Array;
  /**
   * How much wider an interval is by t than by the normal distribution, with the degrees of freedom that are left for τ²: effects less
   * the trace of the hat matrix.
   */
  readonly width: number;
}

const NODES = 5;

/** How far beyond the profile likelihood's limits of σ there may be anything that counts: so many times further. */
const BEYOND = 1.8;

/** A log-likelihood is near enough where it is half the square of this below its maximum. */
const FLAT = 1e-3;

/**
 * Predictions and their errors at standard deviations σ, weighted by the profile likelihood of σ², every σ² alike
 * before the data. Where σ is taken as known, a member's interval leaves out how little is known of σ, and where σ is estimated as 0 it
 * is 0 to 0, which is no interval.
 *
 * Laird & Louis 1987, Journal of the American Statistical Association 82:739-757 (why); Röver 2020, Journal of Statistical Software
 * 93(6) (averaging over a grid of σ).
 */
export function averagedMembers(
  model: MembershipModel,
  best: MixedMaximum,
  { lower, upper, level }: Bounds,
): AveragedMembers {
  const { compact, mixed } = model;
  const n = mixed.termOf.length;
  const { points, weights } = gaussLegendre([Math.sqrt(lower) / BEYOND, BEYOND * Math.sqrt(upper)], NODES);
  const z = criticalValue(level, null);
  let last = best.theta;
  const nodes = Array.from(points, (sigma, node): Node & { readonly logLik: number } => {
    const held = { place: 1, at: sigma ** 2 };
    const { theta, logLik, fit } = maximiseMixed(compact, { starts: [last], held, flat: FLAT });
    last = theta;
    const { effects, vcov } = fitOfMembers(model, theta, fit);
    const { p } = mixed.design;
    const C = new Float64Array(n * n);
    for (let i = 0; i < n; i++)
      for (let j = 0; j < n; j++) C[i * n + j] = vcov[(mixed.fixed + i) * p + mixed.fixed + j]!;
    const told = mixed.termOf.reduce((sum, _, i) => sum + 1 - C[i * (n + 1)]! / sigma ** 2, 0);
    const df = Math.max(1, mixed.design.y.length - mixed.fixed - told);
    return {
      weight: weights[node]! * sigma,
      logLik,
      width: tQuantile(0.5 + level / 2, df) / z,
      means: Array.from(effects.subarray(mixed.fixed)),
      C,
    };
  });
  const highest = Math.max(...nodes.map(({ logLik }) => logLik));
  const shares = nodes.map(({ weight, logLik }) => weight * Math.exp(logLik - highest));
  const total = shares.reduce((sum, share) => sum + share, 0);
  const weighted = nodes.map(({ means, C, width }, i): Node => ({ weight: shares[i]! / total, means, C, width }));
  const estimates = Array.from({ length: n }, (_, i) =>
    weighted.reduce((sum, { weight, means }) => sum + weight * means[i]!, 0),
  );
  return {
    estimates,
    vcov: estimates.map((one, i) =>
      estimates.map((other, j) =>
        weighted.reduce(
          (sum, { weight, means, C }) => sum + weight * (C[i * n + j]! + (means[i]! - one) * (means[j]! - other)),
          0,
        ),
      ),
    ),
    limits: estimates.map((_, i) => limitsOf(weighted, i, level)),
  };
}

/** The fit of the members themselves at variances at which the compact model was fitted. */
export function fitOfMembers({ compact, mixed }: MembershipModel, theta: Float64Array, fit: MixedFit): MixedFit {
  return compact === mixed ? fit : mixedLikelihood(mixed, theta)!;
}

/** The middle of a mixture of normal distributions, each as wide at this level as the t distribution of its degrees of freedom. */
function limitsOf(nodes: readonly Node[], member: number, level: number): Bounds {
  const n = nodes[0]!.means.length;
  const z = criticalValue(level, null);
  const parts = nodes.map(({ weight, means, C, width }) => ({
    weight,
    mean: means[member]!,
    sd: width * Math.sqrt(C[member * (n + 1)]!),
  }));
  const outermost = [
    Math.min(...parts.map(({ mean, sd }) => mean - z * sd)),
    Math.max(...parts.map(({ mean, sd }) => mean + z * sd)),
  ] as const;
  const at = (p: number) =>
    findRoot(
      (x) => parts.reduce((sum, { weight, mean, sd }) => sum + weight * normalCdf((x - mean) / sd), -p),
      outermost,
      {
        tolerance: 1e-6,
      },
    ).x;
  return { lower: at(0.5 - level / 2), upper: at(0.5 + level / 2), level, method: "averaged" };
}
