import { popularityVsEffect } from "@acumeta/figures";
import { syntheticPoint, syntheticPoints } from "../syntheticPoints.ts";
import type { GalleryCases } from "./galleryCases.ts";

export const cases: GalleryCases = {
  typical: () => popularityVsEffect(syntheticPoints(40), { title: "Forty synthetic points", overall: 0.4 }),
  "one point": () => popularityVsEffect([syntheticPoint({})]),
  "200 points": () => popularityVsEffect(syntheticPoints(200)),
};
