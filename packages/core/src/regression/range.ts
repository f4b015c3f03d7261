/** The smallest and the largest of some numbers. */
export interface Range {
  readonly lowest: number;
  readonly highest: number;
}

export function rangeOf(numbers: Float64Array): Range {
  let lowest = Number.POSITIVE_INFINITY;
  let highest = Number.NEGATIVE_INFINITY;
  for (const each of numbers) {
    if (each < lowest) lowest = each;
    if (each > highest) highest = each;
  }
  return { lowest, highest };
}
