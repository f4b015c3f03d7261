import { rowMessages } from "../problems/messages.js";
import type { Finding } from "../problems/problem.js";

type Known = number | null | undefined;
type Found = (Finding & { column: string }) | null;

/** The bounds of a confidence interval: both or none, in order, and around their estimate. */
export function checkInterval({
  estimate,
  ciLower,
  ciUpper,
}: {
  estimate: Known;
  ciLower: Known;
  ciUpper: Known;
}): Found {
  if (ciLower === null && ciUpper != null) return { column: "ci_lower", ...rowMessages.ciHalf("ci_lower") };
  if (ciUpper === null && ciLower != null) return { column: "ci_upper", ...rowMessages.ciHalf("ci_upper") };
  if (ciLower == null || ciUpper == null) return null;
  if (ciLower > ciUpper) return { column: "ci_lower", ...rowMessages.ciReversed(ciLower, ciUpper) };
  if (estimate != null && (estimate < ciLower || estimate > ciUpper))
    return { column: "ci_lower", ...rowMessages.ciExcludesEstimate(estimate, ciLower, ciUpper) };
  return null;
}

/** Spread that can't be: an SD or SE that is not above 0. */
export function checkPositive(column: string, value: Known): Found {
  return value != null && value <= 0 ? { column, ...rowMessages.sdNotPositive(value) } : null;
}
