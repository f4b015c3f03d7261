import type { PointEffectRow } from "./pointEffectRow.js";

/** Whether a point's mean lies outside what shuffled prescriptions give it. */
export function isOutside({ estimate, shuffled }: PointEffectRow): boolean {
  return shuffled !== null && (estimate < shuffled.lower || estimate > shuffled.upper);
}
