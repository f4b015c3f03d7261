import { checkLevel } from "../errors/check.js";
import { messages } from "../errors/messages.js";
import { metaError } from "../errors/metaError.js";
import { freeze } from "../numerics/freeze.js";
import { halfWidth } from "../numerics/quantileCache.js";
import { type PredictionMethod, predictions } from "../pool/prediction/index.js";
import type { PredictionRule } from "../pool/prediction/rule.js";
import type { PredictionInterval } from "../pool/result.js";
import { choose } from "../registry/choose.js";
import { ofKept } from "./coefficientSpace.js";
import { combination } from "./combination.js";
import { type NewData, newRows } from "./newRows.js";
import type { MetaRegression, RegressionCoefficient } from "./result.js";
import { checkFit, spaceOfResult } from "./spaceOfResult.js";

/** The mean effect in studies of a kind, and where the effect of one such study is expected. */
export interface Predicted {
  /** The row of the model matrix. */
  readonly row: readonly number[];
  readonly estimate: number;
  readonly se: number;
  readonly df: number | null;
  readonly ci: RegressionCoefficient["ci"];
  /** null where undefined (`predictionNote` says why). */
  readonly pi: PredictionInterval | null;
  readonly predictionNote: string | null;
}

/** How to predict: as the fit, unless given. */
export interface PredictOptions {
  readonly level?: number;
  readonly prediction?: PredictionMethod;
}

/**
 * The mean effect at given moderators, with its confidence interval, and the prediction interval for the true effect of a new
 * study like that. Levels, knots and polynomials are those that the fit learnt.
 *
 * @param newData Values of the moderators `{ weeks: 12, sham: "none" }`, a list of such, or rows of the model matrix
 * `{ rows: [[1, 12]] }` in the order of `fit.design.names`.
 *
 * Throws `MISSING_MODERATOR`, `UNKNOWN_LEVEL`, `MODERATOR_NOT_NUMERIC`, `BAD_ROW`, `NO_FORMULA`, `NOT_ESTIMABLE`, `NOT_A_FIT`,
 * `LEVEL_OUT_OF_RANGE`, `UNKNOWN_CHOICE`, `UNKNOWN_OPTION`.
 * Higgins, Thompson & Spiegelhalter 2009, Journal of the Royal Statistical Society A 172:137-159.
 *
 * @example
 * import { metaRegression, predictAt } from "@acumeta/core";
 * const effects = [
 *   { study: "A", measure: "SMD", yi: 0.2, vi: 0.02, weeks: 4 },
 *   { study: "B", measure: "SMD", yi: 0.3, vi: 0.03, weeks: 12 },
 *   { study: "C", measure: "SMD", yi: 0.9, vi: 0.02, weeks: 20 },
 *   { study: "D", measure: "SMD", yi: 0.7, vi: 0.04, weeks: 26 },
 * ] as const;
 * const fit = metaRegression(effects, { moderators: "~ weeks", interval: "z" });
 * const [after12, after24] = predictAt(fit, [{ weeks: 12 }, { weeks: 24 }]);
 * [after12.estimate, after24.estimate]; // => [0.4367, 0.8093]
 * after12.ci.lower; // => 0.2102
 */
export function predictAt(fit: MetaRegression, newData: NewData, options: PredictOptions = {}): readonly Predicted[] {
  checkFit(fit);
  checkOptions(options);
  const { level = fit.choices.level, prediction = fit.choices.prediction } = options;
  checkLevel(level);
  const rule = choose<PredictionRule>("prediction", predictions, prediction);
  const space = spaceOfResult(fit, level);
  return freeze(
    newRows(fit.design, newData).map((row) => {
      const { estimate, se, df, ci } = combination(space, "", ofKept(space, row));
      const interval = predictionInterval(fit, rule, { estimate, se, df, level });
      return { row: [...row], estimate, se, df, ci, ...interval };
    }),
  );
}

const known = ["level", "prediction"];

function checkOptions(options: PredictOptions): void {
  if (typeof options !== "object" || options === null) throw metaError(messages.notOptions({ found: options }));
  const unknown = Object.keys(options).find((name) => !known.includes(name));
  if (unknown !== undefined) throw metaError(messages.unknownOption({ found: unknown, known }));
}

/** With p coefficients a rule for k studies is that for k − p + 1. */
function predictionInterval(
  { tau2, choices, heterogeneity }: MetaRegression,
  rule: PredictionRule,
  { estimate, se, df, level }: { estimate: number; se: number; df: number | null; level: number },
): Pick<Predicted, "pi" | "predictionNote"> {
  const none = (predictionNote: string) => ({ pi: null, predictionNote });
  if (choices.tau2 === "EE")
    return none("A common-effect model supposes no other variation: there is nothing to predict.");
  const k = heterogeneity.df + 1;
  const more = rule.minimumK - 1;
  if (k <= more)
    return none(
      `A prediction interval by ${rule.id} needs ${more === 1 ? "1 study" : `${more} studies`} more than coefficients.`,
    );
  const spread = rule.compute({ k, tau2: tau2.value, se, df });
  const half = halfWidth(level, spread);
  const pi = { lower: estimate - half, upper: estimate + half, level, method: rule.id, ...spread };
  return { pi, predictionNote: null };
}
