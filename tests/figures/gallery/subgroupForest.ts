import { subgroups } from "@acumeta/core";
import { subgroupForest } from "@acumeta/figures";
import { longLabel, type SyntheticOptions, syntheticEffects } from "../syntheticEffects.ts";
import type { GalleryCases } from "./galleryCases.ts";

const grouped = (k: number, labels: readonly string[], options: SyntheticOptions = {}) =>
  subgroups(
    syntheticEffects(k, options).map((effect, i) => ({ ...effect, group: labels[i % labels.length]! })),
    { by: "group" },
  );
const shams = ["Penetrating sham", "Non-penetrating sham", "Not known whether it penetrates"];

export const cases: GalleryCases = {
  typical: () =>
    subgroupForest(grouped(14, shams), {
      title: "Fourteen synthetic trials, by sham",
      treatment: "Acupuncture",
      comparator: "Sham",
    }),
  "groups of one study": () => subgroupForest(grouped(3, ["one", "two", "three"])),
  "200 studies": () => subgroupForest(grouped(200, shams)),
  "names of 80 characters": () =>
    subgroupForest(grouped(6, [longLabel(1).padEnd(80, "n"), "short"], { name: (i) => longLabel(i).padEnd(80, "n") })),
  "ratios by weight": () => subgroupForest(grouped(9, shams, { measure: "logOR" }), { sort: "weight" }),
};
