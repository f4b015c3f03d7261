import type { Effect } from "@acumeta/core";

/** Numbers spread evenly over (0, 1). */
export function uniforms(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296 + 1e-12;
  };
}

/** Box & Muller 1958. */
export function normals(random: () => number): () => number {
  return () => Math.sqrt(-2 * Math.log(random())) * Math.cos(2 * Math.PI * random());
}

/** Effects of studies of many sizes, published with a probability that depends on z = y/s and s. */
export function publishedEffects(
  k: number,
  { mu, tau, seed, publish }: { mu: number; tau: number; seed: number; publish: (z: number, s: number) => number },
): Effect<"SMD">[] {
  const random = uniforms(seed);
  const normal = normals(random);
  const effects: Effect<"SMD">[] = [];
  while (effects.length < k) {
    const s = 0.05 + 0.35 * random();
    const yi = mu + tau * normal() + s * normal();
    if (random() < publish(yi / s, s)) effects.push({ study: `s${effects.length + 1}`, measure: "SMD", yi, vi: s * s });
  }
  return effects;
}
