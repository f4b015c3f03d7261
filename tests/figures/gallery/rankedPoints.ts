import { rankedPoints } from "@acumeta/figures";
import { syntheticBand, syntheticPoint, syntheticPoints } from "../syntheticPoints.ts";
import type { GalleryCases } from "./galleryCases.ts";

export const cases: GalleryCases = {
  typical: () => rankedPoints(syntheticPoints(20), syntheticBand(20), { title: "Twenty synthetic points" }),
  "one point": () => rankedPoints([syntheticPoint({})], []),
  "200 points": () => rankedPoints(syntheticPoints(200), syntheticBand(200)),
};
