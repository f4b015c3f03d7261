import type { Effect } from "@acumeta/core";
import { effectsOf } from "./effectsOf.ts";

const spread = [0.31, -0.12, 0.45, 0.02, 0.77];

/** Lists of effects at the edge of what can be pooled, by name. */
export const edgeCases: Readonly<Record<string, readonly Effect<"SMD">[]>> = {
  "one study": effectsOf([0.4], [0.02]),
  "two studies": effectsOf([0.1, 0.5], [0.02, 0.05]),
  "two studies that contradict each other": effectsOf([-3, 3], [0.01, 0.01]),
  "identical effects": effectsOf([0.3, 0.3, 0.3, 0.3], [0.01, 0.02, 0.03, 0.04]),
  "effects of exactly 0": effectsOf([0, 0, 0], [0.1, 0.1, 0.1]),
  "effects closer together than chance": effectsOf([0.3, 0.3001, 0.2999], [1, 2, 3]),
  "variances in a ratio of 1e8": effectsOf(spread, [1e-6, 1, 10, 50, 100]),
  "variances in a ratio of 1e12": effectsOf(spread, [1e-8, 1, 1e2, 1e3, 1e4]),
  "one study that outweighs all": effectsOf(spread, [1e-30, 1, 1, 1, 1]),
  "a huge outlier": effectsOf([...spread, 1e6], [0.1, 0.1, 0.1, 0.1, 0.1, 0.1]),
  "units of 1e6": effectsOf(
    spread.map((yi) => 1e6 * yi),
    [1e10, 2e10, 3e10, 4e10, 5e10],
  ),
  "units of 1e-6": effectsOf(
    spread.map((yi) => 1e-6 * yi),
    [1e-14, 2e-14, 3e-14, 4e-14, 5e-14],
  ),
  "the smallest numbers allowed": effectsOf([1e-20, -1e-20, 0], [1e-40, 1e-40, 1e-40]),
  "the largest numbers allowed": effectsOf([1e30, -1e30, 0], [1e60, 1e60, 1e60]),
  "the whole range allowed": effectsOf([1e30, -1e30, 0, 0.3], [1e-40, 1e60, 1, 1e-40]),
  "a hundred studies": effectsOf(
    Array.from({ length: 100 }, (_, i) => Math.sin(7 * i)),
    Array.from({ length: 100 }, (_, i) => 0.01 + 0.1 * (i % 7)),
  ),
};
