import type { Multilevel } from "../multilevel/result.js";
import { workingModelOfMultilevel } from "../multilevel/workingModelOf.js";
import type { PooledEffect } from "../pool/result.js";
import type { MetaRegression } from "../regression/result.js";
import type { WorkingModel } from "../regression/workingModel.js";
import { workingModelOf } from "../regression/workingModelOf.js";
import { checkModel } from "./checkModel.js";
import type { LinearModel } from "./linearModel.js";

/** What robust variances can be asked of: a result of `metaRegression`, `multilevel` or `pool`, or a model by its parts. */
export type RobustSource = LinearModel | MetaRegression | Multilevel | PooledEffect;

/** The linear model behind a result, checked where it is given by its parts; columns without a coefficient left out. */
export function modelOf(source: RobustSource): WorkingModel {
  if (typeof source !== "object" || source === null || "blocks" in source) return checkModel(source);
  if ("random" in source) return withCoefficient(workingModelOfMultilevel(source), source);
  if ("design" in source) return workingModelOf(source);
  return "studies" in source && "tau2" in source ? ofMean(source) : checkModel(source);
}

function withCoefficient(model: WorkingModel, { coefficients }: Multilevel): WorkingModel {
  const names = coefficients.map(({ name }) => name);
  return { ...model, names, X: names.map((name) => model.X[model.names.indexOf(name)]!) };
}

function ofMean({ studies, tau2 }: PooledEffect): WorkingModel {
  return {
    names: ["intrcpt"],
    X: [new Float64Array(studies.length).fill(1)],
    y: Float64Array.from(studies, ({ yi }) => yi),
    blocks: studies.map(({ vi }, row) => ({ rows: Int32Array.of(row), matrix: Float64Array.of(vi + tau2.value) })),
  };
}
