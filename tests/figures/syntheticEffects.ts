import type { Effect, Measure } from "@acumeta/core";

export interface SyntheticOptions {
  readonly measure?: Measure;
  readonly name?: (i: number) => string;
  /** Multiplies estimates and standard errors. */
  readonly scale?: number;
}

/** Synthetic effects, the same at every run: estimates on both sides of a mean, sizes from 20 to about 800 patients. */
export function syntheticEffects(k: number, options: SyntheticOptions = {}): readonly Effect[] {
  const { measure = "SMD", name = (i: number) => `Trial ${i + 1} ${1990 + (i % 30)}`, scale = 1 } = options;
  return Array.from({ length: k }, (_, i) => {
    const n = 20 + ((i * 137) % 780);
    return {
      study: name(i),
      measure,
      yi: scale * (0.35 + 0.3 * Math.sin(7.3 * i + 1)),
      vi: (scale * scale * 4) / n,
      n,
    };
  });
}

/** A label of exactly 60 characters of ordinary width. */
export function longLabel(i: number): string {
  return `The ${i + 1}th Investigators of Acupuncture for Chronic Low Back Pain, Wuhan`.padEnd(60, "m").slice(0, 60);
}
