import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

/** Numbers spread evenly over (0, 1), the same for the same seed. */
export function uniforms(seed: number): () => number {
  const generator = xoroshiro128plus(seed);
  return () => {
    for (;;) {
      const u = uniformFloat64(generator);
      if (u > 0) return u;
    }
  };
}
