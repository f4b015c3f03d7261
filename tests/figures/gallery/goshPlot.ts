import { gosh } from "@acumeta/core";
import { goshPlot } from "@acumeta/figures";
import { syntheticEffects } from "../syntheticEffects.ts";
import type { GalleryCases } from "./galleryCases.ts";

const withOutlier = syntheticEffects(10).map((effect, i) => (i === 4 ? { ...effect, yi: 2 } : effect));

export const cases: GalleryCases = {
  typical: () =>
    goshPlot(gosh(withOutlier), { title: "Ten synthetic trials, one unlike the others", study: "Trial 5 1994" }),
  "two studies": () => goshPlot(gosh(syntheticEffects(2))),
  "a sample of 100 studies": () => goshPlot(gosh(syntheticEffects(100), { subsets: 20_000 })),
  ratios: () => goshPlot(gosh(syntheticEffects(9, { measure: "logRR" }))),
};
