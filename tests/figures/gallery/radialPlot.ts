import { pool } from "@acumeta/core";
import { radialPlot } from "@acumeta/figures";
import { syntheticEffects } from "../syntheticEffects.ts";
import type { GalleryCases } from "./galleryCases.ts";

export const cases: GalleryCases = {
  typical: () => radialPlot(pool(syntheticEffects(14), { tau2: "EE" }), { title: "Fourteen synthetic trials" }),
  "one study": () => radialPlot(pool(syntheticEffects(1), { interval: "z" })),
  "200 studies": () => radialPlot(pool(syntheticEffects(200))),
  ratios: () => radialPlot(pool(syntheticEffects(10, { measure: "logRR" }))),
  "huge effects": () => radialPlot(pool(syntheticEffects(6, { measure: "MD", scale: 4000 }))),
  "effects below 0": () => radialPlot(pool(syntheticEffects(8).map((effect) => ({ ...effect, yi: -effect.yi })))),
};
