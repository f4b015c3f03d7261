const FEWEST = 2;
const MOST = 12;

/** Decimals of effects that show the first digit of the smallest standard error, two at least. */
export function digitsOf(standardErrors: readonly number[]): number {
  const smallest = Math.min(...standardErrors);
  return Math.min(MOST, Math.max(FEWEST, Math.ceil(-Math.log10(smallest))));
}
