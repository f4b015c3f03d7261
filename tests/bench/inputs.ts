import type { Effect, EffectColumns } from "@acumeta/core";
import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { readCases, shippedCases } from "../golden/readCases.ts";

/** The 13 trials of BCG vaccine (Colditz 1994) as log risk ratios. */
export function bcg(): readonly Effect<"logRR">[] {
  const golden = readCases([shippedCases]).find(({ id }) => id === "pairwise/bcg.RR/REML");
  const { yi, vi } = golden!.input as { yi: number[]; vi: number[] };
  return yi.map((y, i) => ({ study: String(i + 1), measure: "logRR", yi: y, vi: vi[i]! }));
}

/** Synthetic effects between 0 and 1 with variances from 0.01 to 0.11, the same at every run. */
export function synthetic(k: number): readonly Effect<"SMD">[] {
  const { y, v } = syntheticColumns(1, k);
  return Array.from(y, (yi, i) => ({ study: String(i + 1), measure: "SMD", yi, vi: v[i]! }));
}

/** Synthetic groups of k effects each. */
export function syntheticColumns(groups: number, k: number): EffectColumns {
  const random = xoroshiro128plus(42);
  const y = Float64Array.from({ length: groups * k }, () => uniformFloat64(random));
  const v = Float64Array.from({ length: groups * k }, () => 0.01 + 0.1 * uniformFloat64(random));
  return { y, v, offsets: Int32Array.from({ length: groups + 1 }, (_, g) => g * k) };
}

/** Groups of studies drawn from a list with replacement. */
export function resample(effects: readonly Effect[], groups: number): EffectColumns {
  const random = xoroshiro128plus(7);
  const drawn = Array.from(
    { length: groups * effects.length },
    () => effects[Math.floor(effects.length * uniformFloat64(random))]!,
  );
  return {
    y: Float64Array.from(drawn, ({ yi }) => yi),
    v: Float64Array.from(drawn, ({ vi }) => vi),
    offsets: Int32Array.from({ length: groups + 1 }, (_, g) => g * effects.length),
  };
}
