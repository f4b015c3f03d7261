/**
 * Numbers of a χ² distribution with `df` degrees of freedom, made from even and normal ones: twice a gamma number of shape
 * df/2, by rejection from a cube of a normal one.
 *
 * Marsaglia & Tsang 2000, ACM Transactions on Mathematical Software 26:363-372.
 */
export function chiSquares(df: number, uniform: () => number, normal: () => number): () => number {
  const shape = df / 2;
  if (shape < 1) {
    const larger = chiSquares(df + 2, uniform, normal);
    return () => larger() * uniform() ** (1 / shape);
  }
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  return () => {
    for (;;) {
      const z = normal();
      const v = (1 + c * z) ** 3;
      if (v > 0 && Math.log(uniform()) < 0.5 * z * z + d * (1 - v + Math.log(v))) return 2 * d * v;
    }
  };
}
