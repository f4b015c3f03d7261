/** A number to so many decimals, with a true minus sign. */
export function decimals(value: number, digits = 2): string {
  return value.toFixed(digits).replace("-", "−");
}

/** "0.21 [0.05, 0.37]" */
export function withInterval(value: number, { lower, upper }: { lower: number; upper: number }, digits = 2): string {
  return `${decimals(value, digits)} [${decimals(lower, digits)}, ${decimals(upper, digits)}]`;
}

/** "0.034", "<0.001" */
export function pValue(p: number): string {
  return p < 0.001 ? "<0.001" : p.toFixed(3);
}
