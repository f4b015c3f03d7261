/** Ranks from the largest value, 1 first; equal values share the smallest of their ranks. */
export function ranksDescending(values: readonly number[]): readonly number[] {
  const sorted = [...values].sort((a, b) => b - a);
  return values.map((value) => sorted.indexOf(value) + 1);
}
