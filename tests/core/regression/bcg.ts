import type { Effect } from "@acumeta/core";

const allocation =
  "random random random random alternate alternate random random random systematic systematic systematic systematic";
const latitude = [44, 55, 42, 52, 13, 44, 19, 13, 27, 42, 18, 33, 33];
const tables = [
  [4, 119, 11, 128],
  [6, 300, 29, 274],
  [3, 228, 11, 209],
  [62, 13536, 248, 12619],
  [33, 5036, 47, 5761],
  [180, 1361, 372, 1079],
  [8, 2537, 10, 619],
  [505, 87886, 499, 87892],
  [29, 7470, 45, 7232],
  [17, 1699, 65, 1600],
  [186, 50448, 141, 27197],
  [5, 2493, 3, 2338],
  [27, 16886, 29, 17825],
] as const;

/**
 * Log risk ratios of tuberculosis with and without BCG vaccine, with latitude and allocation.
 * Colditz et al. 1994, JAMA 271:698-702; R's dat.bcg.
 */
export const bcg = tables.map(([a, b, c, d], i) => ({
  study: `trial ${i + 1}`,
  measure: "logRR" as const,
  yi: Math.log(a / (a + b) / (c / (c + d))),
  vi: 1 / a - 1 / (a + b) + 1 / c - 1 / (c + d),
  ablat: latitude[i]!,
  alloc: allocation.split(" ")[i]!,
})) satisfies readonly Effect<"logRR">[];
