import type { Effect } from "@acumeta/core";
import type { GoldenCase } from "../goldenCase.ts";

export type Numbers = Readonly<Record<string, number[]>>;

/** The effects of a case, with their patients where it has them. */
export function effectsOf({ input }: GoldenCase): readonly Effect<"SMD">[] {
  const { yi, vi, ni } = input as Numbers;
  return yi!.map((y, i) => {
    const effect = { study: String(i + 1), measure: "SMD", yi: y, vi: vi![i]! } as const;
    return ni === undefined ? effect : { ...effect, n: ni[i]! };
  });
}

export const ends = (bounds: { lower: number; upper: number } | null) => bounds && [bounds.lower, bounds.upper];

/**
 * How far from its end REML may be in regtest(), trimfill() and fsn(), where metafor was not told to go on: it stops at
 * a step of less than 1e-5, with up to ten such steps to go where it converges slowly.
 */
export const R_STOPS = 1e-4;

export const isNear = (ours: number, theirs: unknown, distance = R_STOPS): theirs is number =>
  typeof theirs === "number" && Math.abs(ours - theirs) <= distance;
