import { rowMessages } from "../problems/messages.js";
import type { Finding } from "../problems/problem.js";
import { isSymmetric } from "./isSymmetric.js";
import type { PublishedContrast } from "./rows.js";

type PrintedRatio = Partial<Pick<PublishedContrast, "measure" | "effect" | "ciLower" | "ciUpper">>;

const ratios: readonly (string | undefined)[] = ["RR", "OR", "HR"];

/** A ratio that is not above 0, or has a bound below it, or whose interval lies askew about it on the log scale, on which it is pooled. */
export function checkRatio({ measure, effect, ciLower, ciUpper }: PrintedRatio): (Finding & { column: string }) | null {
  if (measure === undefined || effect === undefined || !ratios.includes(measure)) return null;
  if (effect <= 0) return { column: "effect", ...rowMessages.ratioNotPositive(measure, effect) };
  if (ciLower != null && ciLower < 0) return { column: "ci_lower", ...rowMessages.ratioNotPositive(measure, ciLower) };
  if (ciLower == null || ciUpper == null || !(effect >= ciLower && effect <= ciUpper)) return null;
  const log = { estimate: Math.log(effect), lower: Math.log(ciLower), upper: Math.log(ciUpper) };
  if (isSymmetric(log) || isRounded([effect, ciLower, ciUpper])) return null;
  const centre = Math.sqrt(ciLower * ciUpper);
  return { column: "ci_lower", ...rowMessages.ratioAsymmetric(`${measure} ${effect}`, [ciLower, ciUpper], centre) };
}

/** Whether some symmetric interval, rounded to as many decimals, is printed so. */
function isRounded([effect, lower, upper]: readonly [number, number, number]): boolean {
  const half = 0.5 * 10 ** -Math.max(...[effect, lower, upper].map(decimals));
  const lowest = Math.log(Math.max(0, lower - half)) + Math.log(Math.max(0, upper - half));
  const highest = Math.log(lower + half) + Math.log(upper + half);
  return lowest <= 2 * Math.log(effect + half) && highest >= 2 * Math.log(Math.max(0, effect - half));
}

function decimals(value: number): number {
  return String(value).split(".")[1]?.length ?? 0;
}
