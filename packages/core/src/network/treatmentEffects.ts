import { intervalAround } from "../pool/intervalAround.js";
import type { PredictionRule } from "../pool/prediction/rule.js";
import { predictionInterval } from "../pool/predictionInterval.js";
import type { SparseLeastSquares } from "../sparse/sparseLeastSquares.js";
import type { NetworkModel } from "./arrange/networkModel.js";
import type { Network, TreatmentEffect } from "./result.js";
import type { Scale } from "./scaleOf.js";

interface Rules extends Scale {
  readonly prediction: PredictionRule;
  readonly commonEffect: boolean;
}

/** Every treatment against the reference. */
export function treatmentEffects(
  { treatments, reference, design }: NetworkModel,
  { beta, vcov, tau2, df }: SparseLeastSquares,
  rules: Rules,
): Pick<Network, "effects" | "vcov" | "predictionNote"> {
  const { p } = design;
  const C = vcov();
  const others = treatments.filter((_, place) => place !== reference);
  let note: string | null = null;
  const effects = others.map((treatment, i) => {
    const { effect, predictionNote } = treatmentEffect(
      { treatment, against: treatments[reference]!, estimate: beta[i]!, variance: C[i * p + i]! },
      { ...rules, tau2, residualDf: df },
    );
    note = predictionNote;
    return effect;
  });
  return {
    effects,
    vcov: others.map((_, i) => Array.from(C.subarray(i * p, (i + 1) * p))),
    predictionNote: note,
  };
}

interface Compared extends Pick<TreatmentEffect, "treatment" | "against" | "estimate"> {
  readonly variance: number;
}

interface Fitted extends Rules {
  readonly tau2: number;
  readonly residualDf: number;
}

/** An effect with its intervals; the prediction interval counts the degrees of freedom of Q as k − 1. */
export function treatmentEffect({ treatment, against, estimate, variance }: Compared, fitted: Fitted) {
  const { factor, df, method, level, prediction, commonEffect, tau2, residualDf } = fitted;
  const ci = intervalAround(estimate, { se: Math.sqrt(factor * variance), df, method, level });
  const facts = { k: residualDf + 1, mean: estimate, tau2, ci, commonEffect };
  const { pi, predictionNote } = predictionInterval(prediction, facts);
  const effect: TreatmentEffect = { treatment, against, estimate, se: Math.sqrt(variance), ci, pi };
  return { effect, predictionNote };
}
