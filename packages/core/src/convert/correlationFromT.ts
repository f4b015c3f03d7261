import { finite, positive } from "../errors/check.js";
import { freeze } from "../numerics/freeze.js";
import type { Converted } from "./converted.js";

/**
 * Correlation from the t statistic that tests it: t/√(t² + df). df is n − 2 for a correlation of two variables, and
 * n − m − 1 for the partial correlation of one of m predictors in a regression.
 *
 * Throws `NOT_A_VALID_NUMBER`. Rosenthal 1994, in The Handbook of Research Synthesis, ch. 16; Aloe & Becker 2012,
 * Journal of Educational and Behavioral Statistics 37:278-297.
 *
 * @example
 * import { correlationFromT } from "@acumeta/core";
 * correlationFromT({ t: -0.802, df: 82 }).value; // => -0.08822076
 */
export function correlationFromT({ t, df }: { readonly t: number; readonly df: number }): Converted {
  finite({ t });
  positive({ df });
  return freeze({ value: t / Math.hypot(t, Math.sqrt(df)), rule: `correlation from t, ${df} df` });
}
