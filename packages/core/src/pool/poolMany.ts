import { messages } from "../errors/messages.js";
import { metaError } from "../errors/metaError.js";
import { halfWidth } from "../numerics/quantileCache.js";
import { inRange } from "./checkEffects.js";
import { estimate, standardError } from "./estimate.js";
import { spread } from "./heterogeneity.js";
import { normal } from "./interval/normal.js";
import { type PoolOptions, resolveOptions } from "./options.js";

/** Effects of many groups in columns: group g holds the effects offsets[g] up to, but without, offsets[g + 1]. */
export interface EffectColumns {
  readonly y: Float64Array;
  readonly v: Float64Array;
  /** One longer than there are groups: 0 first, the number of effects last. */
  readonly offsets: Int32Array | Uint32Array;
}

/** One value for each group. */
export interface PooledColumns {
  readonly k: Int32Array;
  readonly estimate: Float64Array;
  /** Model-based (Wald) standard error. */
  readonly se: Float64Array;
  readonly ciLower: Float64Array;
  readonly ciUpper: Float64Array;
  readonly tau2: Float64Array;
  readonly Q: Float64Array;
  /** Percent. */
  readonly I2: Float64Array;
  /** 1 where τ² converged. */
  readonly converged: Uint8Array;
}

/**
 * Pools many groups of effects at once, as `pool` does each, in typed arrays and without prediction intervals or
 * Q-profile: for simulations, bootstraps and every-subset analyses.
 *
 * @param columns `y`, `v` and the offsets of the groups; not changed.
 * @param options As of `pool`; `prediction` has no part.
 *
 * Throws `BAD_OFFSETS` (also for an empty group), `UNEQUAL_COLUMNS`, `NOT_A_VALID_NUMBER` (naming the row),
 * `UNKNOWN_CHOICE`, `LEVEL_OUT_OF_RANGE`. One study in a group gives its own estimate with a "z" interval.
 *
 * @example
 * import { poolMany } from "@acumeta/core";
 * const fits = poolMany(
 *   { y: Float64Array.of(0.1, 0.5, 0.3, 1, 3), v: Float64Array.of(0.02, 0.05, 0.01, 1, 1), offsets: Int32Array.of(0, 3, 5) },
 *   { tau2: "DL", interval: "z" },
 * );
 * fits.estimate[1]; // => 2
 */
export function poolMany(columns: EffectColumns, options: PoolOptions = {}): PooledColumns {
  const { tau2: estimator, interval: rule, level } = resolveOptions(options);
  checkColumns(columns);
  const { y, v, offsets } = columns;
  const groups = offsets.length - 1;
  const out = emptyColumns(groups);
  const commonEffect = estimator.id === "EE";
  for (let g = 0; g < groups; g++) {
    const start = offsets[g]!;
    const end = offsets[g + 1]!;
    const yg = y.subarray(start, end);
    const vg = v.subarray(start, end);
    const estimated = estimate(yg, vg, estimator);
    const { tau2, atZero, sums } = estimated;
    const { se, df } = standardError(vg, estimated, { rule, fallback: normal });
    const half = halfWidth(level, { se, df });
    const { Q, I2 } = spread(end - start, atZero, { tau2: tau2.value, commonEffect });
    out.k[g] = end - start;
    out.estimate[g] = sums.mean;
    out.se[g] = Math.sqrt(1 / sums.w1);
    out.ciLower[g] = sums.mean - half;
    out.ciUpper[g] = sums.mean + half;
    out.tau2[g] = tau2.value;
    out.Q[g] = Q;
    out.I2[g] = I2;
    out.converged[g] = tau2.converged ? 1 : 0;
  }
  return out;
}

function emptyColumns(groups: number): PooledColumns {
  const numbers = () => new Float64Array(groups);
  return Object.freeze({
    k: new Int32Array(groups),
    estimate: numbers(),
    se: numbers(),
    ciLower: numbers(),
    ciUpper: numbers(),
    tau2: numbers(),
    Q: numbers(),
    I2: numbers(),
    converged: new Uint8Array(groups),
  });
}

function checkColumns({ y, v, offsets }: EffectColumns): void {
  if (y.length !== v.length) throw metaError(messages.unequalColumns({ lengths: { y: y.length, v: v.length } }));
  const last = offsets.length - 1;
  if (offsets[0] !== 0) throw metaError(messages.badOffsets({ found: `${offsets[0]} first` }));
  if (offsets[last] !== y.length) throw metaError(messages.badOffsets({ found: `${offsets[last]} last` }));
  for (let g = 0; g < last; g++) {
    if (offsets[g]! >= offsets[g + 1]!) throw metaError(messages.badOffsets({ found: `group ${g} without effects` }));
  }
  for (let i = 0; i < y.length; i++) {
    if (inRange(y[i]!, v[i]!)) continue;
    const value = `yi ${y[i]}, vi ${v[i]}`;
    throw metaError(
      messages.notANumber({ column: `y, v [${i}]`, value, allowed: "|yi| ≤ 1e30 and 1e-40 ≤ vi ≤ 1e60" }),
    );
  }
}
