import type { EffectColumns } from "@acumeta/core";
import { normalQuantile } from "@acumeta/core";
import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

/**
 * Synthetic data sets, the same for the same seed: 2 to 50 studies, variances of a ratio up to 1e6, and τ² that is 0 in
 * a quarter of them, else from a thousandth to a million times the variance of a typical study.
 */
export function randomGroups(count: number, seed: number): EffectColumns {
  const generator = xoroshiro128plus(seed);
  const uniform = () => uniformFloat64(generator);
  const normal = () => normalQuantile(Math.min(1 - 1e-16, Math.max(1e-16, uniform())));
  const y: number[] = [];
  const v: number[] = [];
  const offsets = [0];
  for (let group = 0; group < count; group++) {
    const k = 2 + Math.floor(49 * uniform());
    const decades = 6 * uniform();
    const scale = 10 ** (6 * uniform() - 3);
    const tau = uniform() < 0.25 ? 0 : Math.sqrt(scale) * 10 ** (4.5 * uniform() - 1.5);
    for (let study = 0; study < k; study++) {
      const variance = scale * 10 ** (decades * (uniform() - 0.5));
      v.push(variance);
      y.push(tau * normal() + Math.sqrt(variance) * normal());
    }
    offsets.push(y.length);
  }
  return { y: Float64Array.from(y), v: Float64Array.from(v), offsets: Int32Array.from(offsets) };
}
