import { cumulative, type Effect, pool } from "@acumeta/core";
import { cumulativeForest } from "@acumeta/figures";
import { longLabel, syntheticEffects } from "../syntheticEffects.ts";
import type { GalleryCases } from "./galleryCases.ts";

const draw = (effects: readonly Effect[], title = "") =>
  cumulativeForest(pool(effects), cumulative(effects), { title });

export const cases: GalleryCases = {
  typical: () => draw(syntheticEffects(12), "Twelve synthetic trials"),
  "one study": () => draw(syntheticEffects(1)),
  "200 studies": () => draw(syntheticEffects(200)),
  "ratios with names of 80 characters": () =>
    draw(syntheticEffects(5, { measure: "logOR", name: (i) => longLabel(i).padEnd(80, "n") })),
};
