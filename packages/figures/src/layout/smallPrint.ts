import type { JsonObject } from "../chartSpec.js";
import type { Label } from "./label.js";
import { paragraphs } from "./paragraphs.js";
import { keyLayers } from "./plane/keyLayers.js";
import { type Key, layoutKeys } from "./plane/keys.js";

/** What marks mean, and what the reader must know. */
export interface SmallPrint {
  readonly keys?: readonly Key[];
  readonly notes: readonly string[];
}

/** Keys and notes under a figure, from `top`. */
export function smallPrint(
  { keys = [], notes }: SmallPrint,
  { top, width }: { readonly top: number; readonly width: number },
): { readonly labels: readonly Label[]; readonly layers: readonly JsonObject[]; readonly bottom: number } {
  const placed = layoutKeys(keys, { top, width });
  const small = paragraphs(notes, { top: placed.bottom + (keys.length > 0 ? 6 : 0), width });
  return { labels: [...placed.labels, ...small.labels], layers: keyLayers(placed.keys), bottom: small.bottom };
}
