import { biasTest, funnel, trimAndFill } from "@acumeta/core";
import { funnelPlot } from "@acumeta/figures";
import { longLabel, syntheticEffects } from "../syntheticEffects.ts";
import type { GalleryCases } from "./galleryCases.ts";

/** Synthetic: the smaller a study, the larger its effect. */
const uneven = syntheticEffects(14).map((effect, i) => ({
  ...effect,
  yi: 0.1 + 1.6 * Math.sqrt(effect.vi) + 0.08 * Math.sin(9 * i),
}));

export const cases: GalleryCases = {
  typical: () =>
    funnelPlot(funnel(uneven), {
      title: "Fourteen synthetic trials, small ones with large effects",
      filled: trimAndFill(uneven),
      test: biasTest(uneven),
    }),
  "one study": () => funnelPlot(funnel(syntheticEffects(1), { interval: "z" })),
  "two studies": () => funnelPlot(funnel(syntheticEffects(2))),
  "200 studies": () => funnelPlot(funnel(syntheticEffects(200))),
  "ratios without contours": () => funnelPlot(funnel(syntheticEffects(12, { measure: "logRR" })), { contours: false }),
  "ratios far from no effect": () =>
    funnelPlot(funnel(syntheticEffects(8, { measure: "logOR" }).map((effect) => ({ ...effect, yi: effect.yi + 4 })))),
  "huge effects": () => funnelPlot(funnel(syntheticEffects(6, { measure: "MD", scale: 4000 }))),
  "tiny effects": () => funnelPlot(funnel(syntheticEffects(6, { measure: "MD", scale: 0.0004, name: longLabel }))),
};
