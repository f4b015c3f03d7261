/** A basis of what sums to 0 over t arms: t rows, t − 1 columns orthogonal to each other and to 1, with squares that sum to ½. */
export function sumZeroBasis(t: number): readonly Float64Array[] {
  return Array.from({ length: t }, (_, i) =>
    Float64Array.from({ length: t - 1 }, (_each, d) => {
      const size = 1 / Math.sqrt(2 * (d + 1) * (d + 2));
      if (i <= d) return size;
      return i === d + 1 ? -(d + 1) * size : 0;
    }),
  );
}
