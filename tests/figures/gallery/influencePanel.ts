import { influence } from "@acumeta/core";
import { influencePanel } from "@acumeta/figures";
import { longLabel, syntheticEffects } from "../syntheticEffects.ts";
import type { GalleryCases } from "./galleryCases.ts";

const withOutlier = syntheticEffects(12).map((effect, i) => (i === 4 ? { ...effect, yi: 2 } : effect));

export const cases: GalleryCases = {
  typical: () => influencePanel(influence(withOutlier), { title: "Twelve synthetic trials, one unlike the others" }),
  "two studies": () => influencePanel(influence(syntheticEffects(2))),
  "200 studies": () => influencePanel(influence(syntheticEffects(200))),
  "names of 80 characters": () =>
    influencePanel(influence(syntheticEffects(5, { name: (i) => longLabel(i).padEnd(80, "n") }))),
};
