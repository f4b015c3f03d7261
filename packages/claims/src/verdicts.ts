/** What the data say of a claim. */
export const verdicts = {
  supported: "the data show it",
  compatible: "the data neither show nor contradict it",
  "not supported": "the data point elsewhere, within chance",
  contradicted: "the data show otherwise",
  "not testable": "these data cannot say",
} as const;

export type Verdict = keyof typeof verdicts;

interface Estimated {
  readonly estimate: number;
  readonly ci: { readonly lower: number; readonly upper: number };
}

/** Of a claim that an effect is above 0: by whether its interval leaves out 0, and on which side; else by the side it lies on. */
export function verdictOfEffect({ estimate, ci: { lower, upper } }: Estimated): Verdict {
  if (lower > 0) return "supported";
  if (upper < 0) return "contradicted";
  return estimate > 0 ? "compatible" : "not supported";
}
