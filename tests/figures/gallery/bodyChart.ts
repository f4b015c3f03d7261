import { findPoint, points, popularity } from "@acumeta/acupoints";
import { bodyChart } from "@acumeta/figures";
import type { GalleryCases } from "./galleryCases.ts";
import { prescriptions } from "./shippedTrials.ts";

const placed = (code: string, trials: number) => {
  const { region, meridianCode } = findPoint(code)!;
  return { code, trials, region, meridianCode };
};

export const cases: GalleryCases = {
  typical: () =>
    bodyChart(
      popularity(prescriptions).map(({ code, trials }) => placed(code, trials)),
      { title: "Points of the shipped trials" },
    ),
  "one point": () => bodyChart([placed("BL23", 7)]),
  "every point of the vocabulary": () => bodyChart(points.map(({ code }, i) => placed(code, 1 + (i % 5)))),
};
