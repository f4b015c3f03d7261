import { assumptions } from "./messages.js";
import type { Refusal } from "./refusal.js";

/** What an effect assumes that was chosen where rows before it were turned away for want of their scale's good end. */
export function passedOver(refusals: readonly Refusal[]): readonly string[] {
  const scales = refusals.filter(({ refused }) => refused === "NO_DIRECTION").map(({ detail }) => detail);
  return [...new Set(scales)].map((scale) => assumptions.passedOver(scale));
}
