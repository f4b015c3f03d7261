import { dispersedLine } from "./line.js";
import type { EffectsTest } from "./test.js";

/**
 * Egger's test: weighted regression of the effects on their standard errors (or another predictor) with weights 1/v and
 * a residual variance of its own; the slope is Egger's "intercept" of y/√v on 1/√v. For odds ratios, risk ratios and
 * standardised mean differences the standard error depends on the effect, so that it rejects too often: take "Harbord",
 * "Peters" or "Pustejovsky" there.
 *
 * Egger, Davey Smith, Schneider & Minder 1997, BMJ 315:629-634.
 */
export const egger: EffectsTest<"Egger"> = {
  id: "Egger",
  label: "Egger's regression test",
  citation: "Egger, Davey Smith, Schneider & Minder 1997, BMJ 315:629-634",
  rows: "effects",
  minimumK: 3,
  compute(data, { predictor, level }) {
    const { y, v } = data;
    return dispersedLine(
      { x: predictor.of(data), y, w: v.map((variance) => 1 / variance) },
      { limit: predictor.vanishes, level },
    );
  },
};
