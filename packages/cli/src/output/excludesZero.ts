/** Whether an interval leaves out no difference, which is 0 on the scale of the analysis. */
export function excludesZero({ lower, upper }: { readonly lower: number; readonly upper: number }): boolean {
  return lower > 0 || upper < 0;
}
