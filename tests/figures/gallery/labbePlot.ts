import { effectSize, pool } from "@acumeta/core";
import { labbePlot } from "@acumeta/figures";
import type { GalleryCases } from "./galleryCases.ts";

/** Synthetic tables of events. */
const tables = (k: number) =>
  Array.from({ length: k }, (_, i) => {
    const n = 30 + ((i * 71) % 300);
    const risk = 0.2 + 0.15 * Math.sin(3 * i);
    return { study: `Trial ${i + 1}`, a: Math.round(1.3 * risk * n), n1: n, c: Math.round(risk * n), n2: n };
  });
const effects = <M extends "logRR" | "logOR">(k: number, measure: M) =>
  tables(k).map(({ study, ...table }) => {
    const { yi, vi } = effectSize(measure, table);
    return { study, measure, yi: yi!, vi: vi! };
  });

export const cases: GalleryCases = {
  typical: () =>
    labbePlot(tables(12), {
      title: "Twelve synthetic trials",
      fit: pool(effects(12, "logRR")),
      groups: { treatment: "acupuncture", control: "sham" },
    }),
  "one study": () => labbePlot(tables(1)),
  "200 studies": () => labbePlot(tables(200), { fit: pool(effects(200, "logOR")) }),
  "rare events": () => labbePlot([{ study: "A", a: 1, n1: 1000, c: 0, n2: 1000 }]),
};
