/**
 * Standard normal numbers, made from numbers spread evenly over (0, 1), by the polar method.
 *
 * Marsaglia & Bray 1964, SIAM Review 6:260-264.
 */
export function normals(uniform: () => number): () => number {
  let kept: number | null = null;
  return () => {
    if (kept !== null) {
      const second = kept;
      kept = null;
      return second;
    }
    for (;;) {
      const x = 2 * uniform() - 1;
      const y = 2 * uniform() - 1;
      const squared = x * x + y * y;
      if (squared === 0 || squared >= 1) continue;
      const scale = Math.sqrt((-2 * Math.log(squared)) / squared);
      kept = y * scale;
      return x * scale;
    }
  };
}
