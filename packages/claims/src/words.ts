import { fixed } from "@acumeta/core";

/** A number with a true minus sign. */
export function shown(value: number, digits = 2): string {
  return fixed(value, digits);
}

/** "0.31 (0.12 to 0.50)" */
export function withLimits(
  value: number,
  { lower, upper }: { readonly lower: number; readonly upper: number },
): string {
  return `${shown(value)} (${shown(lower)} to ${shown(upper)})`;
}
