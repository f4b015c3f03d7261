import { mixedEffectsRegression } from "../../regression/mixedEffects.js";
import type { ResidualTau2Estimator } from "../../regression/residualTau2/estimator.js";
import { residualTau2Estimators } from "../../regression/residualTau2/index.js";
import { lineThrough, slopeTest } from "./line.js";
import type { BiasPredictor } from "./predictors.js";
import type { Asymmetry } from "./result.js";
import type { EffectsData, EffectsTest } from "./test.js";

/**
 * The regression test with additive heterogeneity: mixed-effects regression of the effects on the predictor, residual
 * τ² by any estimator of `tau2Estimators`, and the normal test of the slope.
 *
 * Sterne & Egger 2005, in Publication Bias in Meta-Analysis, ch. 6; Thompson & Sharp 1999, Statistics in Medicine
 * 18:2693-2708.
 */
export const mixed: EffectsTest<"mixed"> = {
  id: "mixed",
  label: "mixed-effects regression test",
  citation: "Sterne & Egger 2005, in Publication Bias in Meta-Analysis, ch. 6",
  rows: "effects",
  minimumK: 3,
  compute: (data, { predictor, tau2, level }) => mixedLine(data, { predictor, tau2, level, t: false }),
};

/**
 * Thompson and Sharp's test: mixed-effects regression on the standard error with the residual τ² by the method of
 * moments (DerSimonian-Laird), the slope tested by t with k − 2 degrees of freedom.
 *
 * Thompson & Sharp 1999, Statistics in Medicine 18:2693-2708, method 3a.
 */
export const thompsonSharp: EffectsTest<"Thompson-Sharp"> = {
  id: "Thompson-Sharp",
  label: "Thompson and Sharp's regression test",
  citation: "Thompson & Sharp 1999, Statistics in Medicine 18:2693-2708",
  rows: "effects",
  minimumK: 3,
  compute: (data, { predictor, level }) =>
    mixedLine(data, { predictor, tau2: residualTau2Estimators.DL, level, t: true }),
};

interface MixedLine {
  readonly predictor: BiasPredictor;
  readonly tau2: ResidualTau2Estimator;
  readonly level: number;
  /** By t with k − 2 degrees of freedom rather than by the normal distribution. */
  readonly t: boolean;
}

function mixedLine(data: EffectsData, { predictor, tau2: estimator, level, t }: MixedLine): Asymmetry {
  const { y, v } = data;
  const { fit, tau2 } = mixedEffectsRegression({ X: lineThrough(predictor.of(data)), y, v }, estimator);
  const df = t ? fit.df : null;
  return { ...slopeTest(fit, { limit: predictor.vanishes, level, dispersion: 1, df }), tau2: tau2.value };
}
