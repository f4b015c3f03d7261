import { quantileSorted } from "simple-statistics";
import { measures } from "../effects/measures.js";
import type { Finding } from "./readFit.js";
import type { EstimateSpread } from "./result.js";
import { sharesOf } from "./sharesOf.js";

/** How the estimates of fits of one measure are spread. */
export function spreadOf(measure: string | null, fits: readonly Finding[]): EstimateSpread {
  const estimates = fits.map(({ estimate }) => estimate).sort((a, b) => a - b);
  return {
    number: fits.length,
    median: quantileSorted(estimates, 0.5),
    lowerQuartile: quantileSorted(estimates, 0.25),
    upperQuartile: quantileSorted(estimates, 0.75),
    shares: tellsOfOneGroup(measure) ? null : sharesOf(fits),
  };
}

function tellsOfOneGroup(measure: string | null): boolean {
  const known: Readonly<Record<string, { readonly tells: string }>> = measures;
  return measure !== null && Object.hasOwn(known, measure) && known[measure]!.tells === "level";
}
