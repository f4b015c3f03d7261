import { messages } from "../errors/messages.js";
import { metaError } from "../errors/metaError.js";
import type { CoefficientSpace } from "./coefficientSpace.js";
import { regressionIntervals } from "./intervals.js";
import type { MetaRegression } from "./result.js";
import { spaceOf } from "./spaceOf.js";
import { weightedLeastSquares } from "./weightedLeastSquares.js";
import { weightsAt } from "./weights.js";

/** Refuses (`NOT_A_FIT`) what is no result of `metaRegression`. */
export function checkFit(fit: unknown): asserts fit is MetaRegression {
  const isFit = typeof fit === "object" && fit !== null && "design" in fit && "coefficients" in fit && "choices" in fit;
  if (!isFit) throw metaError(messages.notAFit({ found: fit, wanted: "the result of metaRegression" }));
}

/** The columns of the model matrix of a fit, aliased ones too. */
export function columnsOf({ design: { names, rows } }: MetaRegression): readonly Float64Array[] {
  return names.map((_, j) => Float64Array.from(rows, (row) => row[j]!));
}

/** The coefficients of a fit, from its studies, model matrix and τ², so that no digit is lost by way of `vcov`. */
export function spaceOfResult(fit: MetaRegression, level: number): CoefficientSpace {
  const { studies, tau2, design, aliased, choices } = fit;
  const y = Float64Array.from(studies, ({ yi }) => yi);
  const v = Float64Array.from(studies, ({ vi }) => vi);
  return spaceOf(weightedLeastSquares(columnsOf(fit), y, weightsAt(v, tau2.value)), {
    names: design.names,
    aliased,
    level,
    interval: regressionIntervals[choices.interval as keyof typeof regressionIntervals],
  });
}
