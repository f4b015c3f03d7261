import { difference, logRatio } from "../measure.js";
import { type PersonTimeMeasure, personTimeMeasure } from "./personTime.js";

/**
 * Log ratio of two incidence rates ln((x₁/t₁)/(x₂/t₂)), with variance 1/x₁ + 1/x₂. Where a group has no events ½ is added
 * to the events of both unless `to` says otherwise. Rothman, Greenland & Lash 2008, Modern Epidemiology, 3rd ed., ch. 14.
 *
 * @example
 * import { effectSize } from "@acumeta/core";
 * effectSize("logIRR", { x1: 9, t1: 413, x2: 19, t2: 398 }).yi; // => -0.78420999
 */
export const rateRatio: PersonTimeMeasure<"logIRR"> = personTimeMeasure({
  ...logRatio,
  id: "logIRR",
  label: "incidence rate ratio",
  citation: "Rothman, Greenland & Lash 2008, Modern Epidemiology, 3rd ed., ch. 14",
  axisLabel: "Incidence rate ratio",
  of: ({ x1, t1, x2, t2 }) => ({ yi: Math.log(x1 / t1) - Math.log(x2 / t2), vi: 1 / x1 + 1 / x2 }),
});

/**
 * Difference of two incidence rates x₁/t₁ − x₂/t₂, with variance x₁/t₁² + x₂/t₂². Where a group has no events ½ is added
 * to the events of both unless `to` says otherwise. Rothman, Greenland & Lash 2008, Modern Epidemiology, 3rd ed., ch. 14.
 *
 * @example
 * import { effectSize } from "@acumeta/core";
 * effectSize("IRD", { x1: 9, t1: 413, x2: 19, t2: 398 }).yi; // => -0.025946926
 */
export const rateDifference: PersonTimeMeasure<"IRD"> = personTimeMeasure({
  ...difference,
  id: "IRD",
  label: "incidence rate difference",
  citation: "Rothman, Greenland & Lash 2008, Modern Epidemiology, 3rd ed., ch. 14",
  axisLabel: "Incidence rate difference",
  of: ({ x1, t1, x2, t2 }) => ({ yi: x1 / t1 - x2 / t2, vi: x1 / t1 ** 2 + x2 / t2 ** 2 }),
});

/**
 * Difference of the square roots of two incidence rates √(x₁/t₁) − √(x₂/t₂), whose variance 1/(4t₁) + 1/(4t₂) hardly
 * depends on the rates. Defined without events, which are left as they are unless `to` says otherwise.
 *
 * Bartlett 1936, Supplement to the Journal of the Royal Statistical Society 3:68-78.
 *
 * @example
 * import { effectSize } from "@acumeta/core";
 * effectSize("IRSD", { x1: 9, t1: 413, x2: 19, t2: 398 }).yi; // => -0.070871512
 */
export const rootRateDifference: PersonTimeMeasure<"IRSD"> = personTimeMeasure({
  ...difference,
  id: "IRSD",
  label: "difference of the square roots of incidence rates",
  citation: "Bartlett 1936, Supplement to the Journal of the Royal Statistical Society 3:68-78",
  axisLabel: "Difference of root incidence rates",
  to: "none",
  of: ({ x1, t1, x2, t2 }) => ({
    yi: Math.sqrt(x1 / t1) - Math.sqrt(x2 / t2),
    vi: 1 / (4 * t1) + 1 / (4 * t2),
  }),
});
