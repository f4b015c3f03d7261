import { metaError } from "@acumeta/core";
import { messages } from "./messages.js";
import type { PointAmounts } from "./pointAmounts.js";

/** Two points as "BL23+GV3", whichever way round they are given. */
export function pairOf(text: string): readonly [string, string] {
  const parts = typeof text === "string" ? text.split("+").map((code) => code.trim()) : [];
  const [a, b] = parts;
  if (parts.length !== 2 || !a || !b || a === b) throw metaError(messages.notAPair(text));
  return a.localeCompare(b, "en", { numeric: true }) < 0 ? [a, b] : [b, a];
}

/** Of some pairs those that a prescription has, each as much as both of its points. */
export function pairAmounts(amounts: PointAmounts, pairs: readonly (readonly [string, string])[]): PointAmounts {
  return Object.fromEntries(
    pairs.flatMap(([a, b]) => {
      const together = (amounts[a] ?? 0) * (amounts[b] ?? 0);
      return together === 0 ? [] : [[`${a}+${b}`, together]];
    }),
  );
}
