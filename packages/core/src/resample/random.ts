import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

/** The generator's first numbers are alike for seeds that are alike. */
const DISCARDED = 16;

/** Numbers spread evenly over (0, 1), the same for the same seed. */
export function uniforms(seed: number): () => number {
  const generator = xoroshiro128plus(seed);
  for (let i = 0; i < DISCARDED; i++) generator.next();
  return () => {
    for (;;) {
      const u = uniformFloat64(generator);
      if (u > 0) return u;
    }
  };
}
