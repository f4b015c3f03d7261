/** A number with a true minus sign. */
export function shown(value: number, digits = 2): string {
  const text = Math.abs(value).toFixed(digits);
  return value < 0 && Number(text) !== 0 ? `−${text}` : text;
}

/** "0.31 (0.12 to 0.50)" */
export function withLimits(
  value: number,
  { lower, upper }: { readonly lower: number; readonly upper: number },
): string {
  return `${shown(value)} (${shown(lower)} to ${shown(upper)})`;
}

/** "1 trial", "12 trials". */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
