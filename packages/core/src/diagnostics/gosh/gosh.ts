import type { Effect, Measure } from "../../effects/effect.js";
import { check } from "../../errors/check.js";
import { checkOptionNames } from "../../errors/checkOptionNames.js";
import { messages } from "../../errors/messages.js";
import { metaError } from "../../errors/metaError.js";
import { freeze } from "../../numerics/freeze.js";
import { checkEffects } from "../../pool/checkEffects.js";
import { estimate } from "../../pool/estimate.js";
import { spread } from "../../pool/heterogeneity.js";
import type { OneMeasure } from "../../pool/oneMeasure.js";
import { type PoolOptions, resolveOptions } from "../../pool/options.js";
import { uniforms } from "../../resample/random.js";
import { type GoshStudy, inclusionOf, type SubsetColumns } from "./inclusion.js";
import { subsetsOf } from "./subsets.js";

export interface GoshOptions extends Pick<PoolOptions, "tau2"> {
  /** All subsets are pooled where they are no more than this; else so many are drawn. 65,536 unless given: all up to k = 16. */
  readonly subsets?: number;
  /** 1 unless given. */
  readonly seed?: number;
  /** Called after every thousand subsets and at the end. */
  readonly onProgress?: (progress: { readonly done: number; readonly total: number }) => void;
}

/** What {@link gosh} gives; a value a subset in typed arrays, which are not frozen. */
export interface Gosh<M extends Measure = Measure> extends SubsetColumns {
  readonly measure: M;
  readonly k: number;
  readonly subsets: number;
  /** Whether every subset is there. */
  readonly exact: boolean;
  /** Studies in the subset. */
  readonly size: Int32Array;
  readonly Q: Float64Array;
  readonly studies: readonly GoshStudy[];
}

/**
 * Graphical display of study heterogeneity: pools every subset of at least two studies (2ᵏ − k − 1 of them), or a random
 * sample of them, and gives estimate, τ², I² (percent) and Q of each. Several clouds in the plot of I² against the
 * estimate mean that the studies are no one population; `studies` tells which study parts them.
 *
 * O(2ᵏ k) up to k = 16, O(subsets · k) beyond; the same sample for the same seed.
 *
 * Throws `TOO_FEW_EFFECTS` for fewer than two effects, `NOT_A_VALID_NUMBER`, and what `pool` throws.
 * Olkin, Dahabreh & Trikalinos 2012, Research Synthesis Methods 3:214-223.
 *
 * @example
 * import { gosh } from "@acumeta/core";
 * const yi = [0.1, 0.2, 0.3, 0.9];
 * const effects = yi.map((y, i) => ({ study: `${i + 1}`, measure: "SMD" as const, yi: y, vi: 0.02 }));
 * const { subsets, studies } = gosh(effects);
 * subsets; // => 11
 * studies[3].included.I2 > studies[3].excluded.I2; // => true
 */
export function gosh<M extends Measure>(
  effects: readonly Effect<M>[] & OneMeasure<M>,
  options: GoshOptions = {},
): Gosh<M> {
  checkOptionNames(options, ["tau2", "subsets", "seed", "onProgress"]);
  const { tau2, subsets: most = 2 ** 16, seed = 1, onProgress } = options;
  check({ subsets: most }, (value) => Number.isInteger(value) && value >= 1, "a whole number, at least 1");
  const { tau2: estimator } = resolveOptions(tau2 === undefined ? {} : { tau2 });
  const list: readonly Effect<M>[] = effects;
  const { measure, y, v } = checkEffects(list);
  const k = y.length;
  if (k < 2) throw metaError(messages.tooFewEffects({ k, needed: 2, what: "pooling subsets" }));
  const { count: total, exact, next } = subsetsOf(k, { most, random: uniforms(seed) });
  const out = emptyColumns(total, k);
  const places = new Int32Array(k);
  const [ys, vs] = [new Float64Array(k), new Float64Array(k)];
  const commonEffect = estimator.id === "EE";
  for (let row = 0; row < total; row++) {
    const size = next(places);
    for (let j = 0; j < size; j++) {
      const place = places[j]!;
      ys[j] = y[place]!;
      vs[j] = v[place]!;
      out.membership[row * k + place] = 1;
    }
    const { tau2, atZero, sums } = estimate(ys.subarray(0, size), vs.subarray(0, size), estimator);
    const { Q, I2 } = spread(size, atZero, { tau2: tau2.value, commonEffect });
    out.size[row] = size;
    out.estimate[row] = sums.mean;
    out.tau2[row] = tau2.value;
    out.I2[row] = I2;
    out.Q[row] = Q;
    const done = row + 1;
    if (done % REPORTED_EVERY === 0 || done === total) onProgress?.({ done, total });
  }
  const studies = freeze(
    inclusionOf(
      list.map(({ study }) => study),
      out,
    ),
  );
  return Object.freeze({ measure, k, subsets: total, exact, ...out, studies });
}

const REPORTED_EVERY = 1000;

function emptyColumns(rows: number, k: number) {
  const numbers = () => new Float64Array(rows);
  return {
    membership: new Uint8Array(rows * k),
    size: new Int32Array(rows),
    estimate: numbers(),
    tau2: numbers(),
    I2: numbers(),
    Q: numbers(),
  };
}
