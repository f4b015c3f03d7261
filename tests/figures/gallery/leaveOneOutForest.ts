import { type Effect, leaveOneOut, pool } from "@acumeta/core";
import { leaveOneOutForest } from "@acumeta/figures";
import { longLabel, syntheticEffects } from "../syntheticEffects.ts";
import type { GalleryCases } from "./galleryCases.ts";

const draw = (effects: readonly Effect[], title = "") =>
  leaveOneOutForest(pool(effects), leaveOneOut(effects), { title });
const close = [0.05, 0.1, 0.5, 0.15].map(
  (yi, i) => ({ study: `Trial ${i + 1}`, measure: "SMD", yi, vi: 0.02 }) as const,
);

export const cases: GalleryCases = {
  typical: () => draw(syntheticEffects(12), "Twelve synthetic trials"),
  "a study decides": () =>
    leaveOneOutForest(pool(close, { interval: "z", tau2: "EE" }), leaveOneOut(close, { interval: "z", tau2: "EE" })),
  "two studies": () => draw(syntheticEffects(2)),
  "200 studies": () => draw(syntheticEffects(200)),
  "ratios with names of 80 characters": () =>
    draw(syntheticEffects(5, { measure: "logRR", name: (i) => longLabel(i).padEnd(80, "n") })),
};
