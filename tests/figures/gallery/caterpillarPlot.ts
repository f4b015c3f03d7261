import { blups, pool } from "@acumeta/core";
import { caterpillarPlot } from "@acumeta/figures";
import { longLabel, syntheticEffects } from "../syntheticEffects.ts";
import type { GalleryCases } from "./galleryCases.ts";

export const cases: GalleryCases = {
  typical: () => caterpillarPlot(blups(pool(syntheticEffects(14))), { title: "Fourteen synthetic trials" }),
  "one study": () => caterpillarPlot(blups(pool(syntheticEffects(1), { interval: "z" }))),
  "200 studies": () => caterpillarPlot(blups(pool(syntheticEffects(200)))),
  "ratios with names of 80 characters": () =>
    caterpillarPlot(blups(pool(syntheticEffects(5, { measure: "logRR", name: (i) => longLabel(i).padEnd(80, "n") })))),
};
