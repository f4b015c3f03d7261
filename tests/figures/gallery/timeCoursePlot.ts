import { timeCoursePlot } from "@acumeta/figures";
import { longLabel } from "../syntheticEffects.ts";
import type { GalleryCases } from "./galleryCases.ts";

/** Synthetic: effects of some trials at some weeks. */
const timed = (trials: number, weeks: readonly number[], name = (i: number) => `Trial ${i + 1}`) =>
  Array.from({ length: trials }, (_, i) =>
    weeks
      .filter((_week, j) => (i + j) % 3 < 2)
      .map((week) => ({
        trial: `${i}`,
        study: name(i),
        weeksAfter: week + (i % 3),
        yi: 0.5 + 0.2 * Math.sin(5 * i) - 0.003 * week,
        vi: 0.01 + 0.004 * ((i * 7) % 9),
      })),
  ).flat();
const line = (label: string, slope: number, half: number | null) => ({
  label,
  places: [0, 26, 52, 104].map((weeksAfter) => {
    const estimate = 0.5 + slope * weeksAfter;
    return { weeksAfter, estimate, ci: half === null ? null : { lower: estimate - half, upper: estimate + half } };
  }),
});

export const cases: GalleryCases = {
  typical: () =>
    timeCoursePlot(timed(8, [4, 13, 26, 52, 104]), {
      title: "Eight synthetic trials",
      lines: [line("model of these trials", -0.003, 0.15), line("another slope, from a paper", -0.001, null)],
    }),
  "one effect": () => timeCoursePlot([{ trial: "a", study: "A", weeksAfter: 12, yi: 0.3, vi: 0.04 }]),
  "200 trials": () => timeCoursePlot(timed(200, [2, 6, 13, 26, 52])),
  "long names, ratios": () => timeCoursePlot(timed(4, [8, 30], longLabel), { measure: "logRR" }),
};
