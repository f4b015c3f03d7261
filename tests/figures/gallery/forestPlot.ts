import { effectSize, pool } from "@acumeta/core";
import { forestPlot, groupColumns } from "@acumeta/figures";
import { longLabel, syntheticEffects } from "../syntheticEffects.ts";
import type { GalleryCases } from "./galleryCases.ts";
import { judged } from "./syntheticJudgements.ts";

const sides = { treatment: "Acupuncture", comparator: "Sham needling" } as const;

export const cases: GalleryCases = {
  typical: () => forestPlot(pool(syntheticEffects(12)), { title: "Twelve synthetic trials", ...sides }),
  "one study": () => forestPlot(pool(syntheticEffects(1), { interval: "z" }), sides),
  "two studies": () => forestPlot(pool(syntheticEffects(2)), sides),
  "200 studies": () => forestPlot(pool(syntheticEffects(200)), { title: "Two hundred synthetic trials", ...sides }),
  "names of 80 characters": () =>
    forestPlot(pool(syntheticEffects(5, { name: (i) => longLabel(i).padEnd(80, "n") })), sides),
  "risk of bias": () => forestPlot(pool(syntheticEffects(8)), { ...sides, riskOfBias: judged(7) }),
  "columns of both groups": () => {
    const rows = Array.from({ length: 7 }, (_, i) => ({
      ...{
        study: `Trial ${i + 1}`,
        n1: 40 + 11 * i,
        m1: 34 + i,
        sd1: 21.5,
        n2: 41 + 10 * i,
        m2: 41 + 0.4 * i,
        sd2: 22.25,
      },
    }));
    const effects = rows.map(({ study, ...groups }) => ({ ...effectSize("MD", groups), study }));
    const columns = [
      ...groupColumns(rows, { treatment: "Acupuncture", comparator: "Sham" }),
      "estimate",
      "weight",
    ] as const;
    return forestPlot(pool(effects), { columns, favours: { left: "Favours acupuncture", right: "Favours sham" } });
  },
  ratios: () =>
    forestPlot(pool(syntheticEffects(8, { measure: "logRR" })), { favours: { left: "Fewer", right: "More" } }),
  "huge effects": () => forestPlot(pool(syntheticEffects(6, { measure: "MD", scale: 4000 }))),
  "tiny effects": () => forestPlot(pool(syntheticEffects(6, { measure: "MD", scale: 0.0004 }))),
  "one wide interval": () =>
    forestPlot(pool(syntheticEffects(6).map((effect, i) => (i === 2 ? { ...effect, vi: 40 } : effect)))),
};
