import { messages } from "../errors/messages.js";
import { metaError } from "../errors/metaError.js";
import { type AnyFit, isMultilevelFit, isPooledFit, isRegressionFit } from "../multilevel/fitKinds.js";
import { metaRegressionToR } from "./metaRegressionToR.js";
import { multilevelToR } from "./multilevelToR.js";
import { poolToR } from "./poolToR.js";

/**
 * The R code that repeats a fit with the package metafor, so that anyone can check it with one paste: effects, variances and
 * the columns of the model matrix to the last digit, and the model iterated until it stands still (metafor's defaults stop
 * at the fifth digit); of `pool` and `metaRegression` also the interval of τ² and predictions. An interval or a test that
 * metafor does not have is said in a comment.
 *
 * @param fit A result of `pool`, `metaRegression` or `multilevel`.
 *
 * Throws `NOT_A_FIT`, and `NOT_IN_R` for a model that metafor does not fit.
 *
 * @example
 * import { multilevel, pool, toR } from "@acumeta/core";
 * const effects = [
 *   { study: "A", measure: "SMD", yi: 0.1, vi: 0.02 },
 *   { study: "A", measure: "SMD", yi: 0.3, vi: 0.03 },
 *   { study: "B", measure: "SMD", yi: 0.5, vi: 0.05 },
 * ] as const;
 * toR(pool(effects)).includes('method = "REML", test = "knha"'); // => true
 * toR(multilevel(effects, { random: "~ 1 | study" })).includes("random = list(~ 1 | study)"); // => true
 */
export function toR(fit: AnyFit): string {
  if (isMultilevelFit(fit)) return multilevelToR(fit);
  if (isRegressionFit(fit)) return metaRegressionToR(fit);
  if (isPooledFit(fit)) return poolToR(fit);
  throw metaError(messages.notAFit({ found: fit, wanted: "the result of pool, metaRegression or multilevel" }));
}
