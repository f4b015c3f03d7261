import { fixed } from "@acumeta/core";

/** A number with two decimals, or as many as asked, and a true minus, none before 0.00. */
export function decimals(value: number, digits = 2): string {
  return fixed(value, digits);
}

/** "0.12", "0.034", "< 0.001". */
function probability(p: number): string {
  return p < 0.001 ? "< 0.001" : p.toFixed(p < 0.0995 ? 3 : 2);
}

/** "p = 0.12; 0.84 adjusted for 7 questions". */
export function pWords(p: number, adjusted: number, questions: number): string {
  return `p ${p < 0.001 ? "" : "= "}${probability(p)}; ${probability(adjusted)} adjusted for ${questions} questions`;
}

/** "80 %". */
export function percentWords(share: number): string {
  return `${Number((100 * share).toPrecision(12))} %`;
}

/** "0.12 (95 % interval −0.10 to 0.34)". */
export function withInterval(
  estimate: number,
  ci: { readonly lower: number; readonly upper: number; readonly level: number } | null,
  digits = 2,
): string {
  if (ci === null) return decimals(estimate, digits);
  const [lower, upper] = [decimals(ci.lower, digits), decimals(ci.upper, digits)];
  return `${decimals(estimate, digits)} (${percentWords(ci.level)} interval ${lower} to ${upper})`;
}
