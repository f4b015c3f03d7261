/** Decimals that show a length with about two significant digits. */
export function decimalsFor(length: number): number {
  if (!(length > 0)) return 2;
  if (length >= 10) return length >= 100 ? 0 : 1;
  return Math.min(6, Math.max(2, -Math.floor(Math.log10(length))));
}
