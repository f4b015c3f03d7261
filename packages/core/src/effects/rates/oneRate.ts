import { harmonicMeanOf } from "../harmonicMean.js";
import { level } from "../measure.js";
import { type RateMeasure, rateMeasure } from "./rate.js";

/**
 * Incidence rate x/t with variance x/t². Without events ½ is added unless `to` says otherwise.
 * Rothman, Greenland & Lash 2008, Modern Epidemiology, 3rd ed., ch. 14.
 */
export const rate: RateMeasure<"IR"> = rateMeasure({
  ...level,
  id: "IR",
  label: "incidence rate",
  citation: "Rothman, Greenland & Lash 2008, Modern Epidemiology, 3rd ed., ch. 14",
  axisLabel: "Incidence rate",
  of: ({ x, t }) => ({ yi: x / t, vi: x / t ** 2 }),
});

/**
 * Log incidence rate ln(x/t) with variance 1/x. Without events ½ is added unless `to` says otherwise.
 * Rothman, Greenland & Lash 2008, Modern Epidemiology, 3rd ed., ch. 14.
 *
 * @example
 * import { backTransform, effectSize } from "@acumeta/core";
 * backTransform("IRLN", effectSize("IRLN", { x: 9, t: 413 }).yi); // => 0.021791768
 */
export const logRate: RateMeasure<"IRLN"> = rateMeasure({
  ...level,
  id: "IRLN",
  label: "incidence rate (log)",
  citation: "Rothman, Greenland & Lash 2008, Modern Epidemiology, 3rd ed., ch. 14",
  backTransform: Math.exp,
  axisLabel: "Incidence rate",
  of: ({ x, t }) => ({ yi: Math.log(x / t), vi: 1 / x }),
});

/**
 * Square root of an incidence rate √(x/t), whose variance 1/(4t) hardly depends on the rate. Defined without events.
 * Bartlett 1936, Supplement to the Journal of the Royal Statistical Society 3:68-78.
 */
export const rootRate: RateMeasure<"IRS"> = rateMeasure({
  ...level,
  id: "IRS",
  label: "incidence rate (square root)",
  citation: "Bartlett 1936, Supplement to the Journal of the Royal Statistical Society 3:68-78",
  backTransform: (x) => Math.max(0, x) ** 2,
  axisLabel: "Incidence rate",
  to: "none",
  of: ({ x, t }) => ({ yi: Math.sqrt(x / t), vi: 1 / (4 * t) }),
});

/**
 * Freeman-Tukey transformation of an incidence rate, ½(√(x/t) + √((x + 1)/t)), with variance 1/(4t). Defined without
 * events. Freeman & Tukey 1950, Annals of Mathematical Statistics 21:607-611.
 *
 * Back again ((4y² − 1/t)/(4y))², 0 below the y of no events; t is the time at risk, of a pooled y the harmonic mean of
 * the studies'. Without it the limit of long times, y².
 *
 * @example
 * import { backTransform, effectSize } from "@acumeta/core";
 * backTransform("IRFT", effectSize("IRFT", { x: 9, t: 413 }).yi, { t: 413 }); // => 0.021791768
 */
export const freemanTukeyRate: RateMeasure<"IRFT"> = rateMeasure({
  ...level,
  id: "IRFT",
  label: "incidence rate (Freeman-Tukey)",
  citation: "Freeman & Tukey 1950, Annals of Mathematical Statistics 21:607-611",
  backTransform: (y, { t } = {}) => {
    const perTime = t === undefined ? 0 : 1 / harmonicMeanOf({ t });
    const root = y > 0 ? y - perTime / (4 * y) : 0;
    return Math.max(0, root) ** 2;
  },
  axisLabel: "Incidence rate",
  to: "none",
  of: ({ x, t }) => ({ yi: (Math.sqrt(x / t) + Math.sqrt((x + 1) / t)) / 2, vi: 1 / (4 * t) }),
});
