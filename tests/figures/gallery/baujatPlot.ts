import { baujat } from "@acumeta/core";
import { baujatPlot } from "@acumeta/figures";
import { longLabel, syntheticEffects } from "../syntheticEffects.ts";
import type { GalleryCases } from "./galleryCases.ts";

export const cases: GalleryCases = {
  typical: () => baujatPlot(baujat(syntheticEffects(14)), { title: "Fourteen synthetic trials" }),
  "two studies": () => baujatPlot(baujat(syntheticEffects(2))),
  "200 studies": () => baujatPlot(baujat(syntheticEffects(200))),
  "long names": () => baujatPlot(baujat(syntheticEffects(6, { name: longLabel }))),
};
