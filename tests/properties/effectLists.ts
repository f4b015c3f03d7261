import type { Effect } from "@acumeta/core";
import fc from "fast-check";

/** Estimates that doubles hold exactly, so that shifting them and scaling them by 2 loses nothing. */
const yi = fc.integer({ min: -4096, max: 4096 }).map((n) => n / 1024);

/** Variances over six decades. */
const vi = fc.double({ min: -4, max: 2, noNaN: true }).map((exponent) => 10 ** exponent);

export interface Size {
  readonly minLength?: number;
  readonly maxLength?: number;
}

/** Lists of synthetic effects. */
export function effectLists({ minLength = 2, maxLength = 12 }: Size = {}): fc.Arbitrary<readonly Effect<"SMD">[]> {
  return fc
    .array(fc.record({ yi, vi }), { minLength, maxLength })
    .map((rows) => rows.map((row, i) => ({ study: `s${i}`, measure: "SMD", ...row })));
}

export const changed = (
  effects: readonly Effect<"SMD">[],
  change: (effect: Effect<"SMD">) => Partial<Effect<"SMD">>,
): readonly Effect<"SMD">[] => effects.map((effect) => ({ ...effect, ...change(effect) }));
