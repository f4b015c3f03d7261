import type { CopasPoint } from "@acumeta/core";
import { decimals } from "../output/numbers.js";

/** What is to be known of a selection model; its own warnings say more. */
export function worthOfSelection(k: number): string {
  const rough = k < 20 ? ", rough with fewer than 20 studies" : "";
  return `A sensitivity analysis${rough}; publication is taken to go by the p of effects above no difference.`;
}

export function worthOfCopas({ unpublished, publishLargestSe }: CopasPoint, k: number): string {
  return (
    `The weakest selection of a grid that leaves no asymmetry: ${decimals(unpublished, 1)} unpublished studies beside ` +
    `the ${k}, the least precise of which is published with probability ${decimals(publishLargestSe)}.`
  );
}

export const worthOfFailSafe =
  "Takes unseen studies to average 0 and does not say how many there are; the Cochrane Handbook advises against it.";
