import { difference } from "../measure.js";
import { type BinaryMeasure, binaryMeasure } from "./binary.js";
import { logOdds, reciprocals } from "./logOddsRatio.js";

const association = { ...difference, tells: "association" } as const;

/**
 * Yule's Q, (OR − 1)/(OR + 1) = tanh(ln OR/2), between −1 and 1, with variance (1 − Q²)²(1/a + 1/b + 1/c + 1/d)/4. Studies
 * with a zero cell get ½ in every cell unless `to` says otherwise.
 *
 * Yule 1912, Journal of the Royal Statistical Society 75:579-652.
 *
 * @example
 * import { effectSize } from "@acumeta/core";
 * effectSize("YUQ", { a: 4, n1: 123, c: 11, n2: 139 }).yi; // => -0.43767161
 */
export const yuleQ: BinaryMeasure<"YUQ"> = binaryMeasure({
  ...association,
  id: "YUQ",
  label: "Yule's Q",
  citation: "Yule 1912, Journal of the Royal Statistical Society 75:579-652",
  axisLabel: "Yule's Q",
  estimate: (cells) => Math.tanh(logOdds(cells) / 2),
  variance: (cells) => ((1 - Math.tanh(logOdds(cells) / 2) ** 2) ** 2 * reciprocals(cells)) / 4,
});

/**
 * Yule's Y, the coefficient of colligation, (√OR − 1)/(√OR + 1) = tanh(ln OR/4), with variance
 * (1 − Y²)²(1/a + 1/b + 1/c + 1/d)/16. Yule 1912, Journal of the Royal Statistical Society 75:579-652.
 *
 * @example
 * import { effectSize } from "@acumeta/core";
 * effectSize("YUY", { a: 4, n1: 123, c: 11, n2: 139 }).yi; // => -0.23045841
 */
export const yuleY: BinaryMeasure<"YUY"> = binaryMeasure({
  ...association,
  id: "YUY",
  label: "Yule's Y",
  citation: "Yule 1912, Journal of the Royal Statistical Society 75:579-652",
  axisLabel: "Yule's Y",
  estimate: (cells) => Math.tanh(logOdds(cells) / 4),
  variance: (cells) => ((1 - Math.tanh(logOdds(cells) / 4) ** 2) ** 2 * reciprocals(cells)) / 16,
});
