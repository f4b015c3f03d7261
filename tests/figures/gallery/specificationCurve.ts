import { type Effect, multiverse } from "@acumeta/core";
import { specificationCurve } from "@acumeta/figures";
import { type SyntheticOptions, syntheticEffects } from "../syntheticEffects.ts";
import type { GalleryCases } from "./galleryCases.ts";

const without = (few: number) => (effects: readonly Effect[]) => effects.filter(({ n }) => (n ?? 0) > few);
const universe = (options: SyntheticOptions, size: number) =>
  multiverse<readonly Effect[]>(syntheticEffects(12, options), {
    choices: {
      "τ² estimator": {
        DL: { tau2: "DL" },
        REML: { tau2: "REML" },
        PM: { tau2: "PM" },
        "common effect": { tau2: "EE" },
      },
      interval: { z: { interval: "z" }, HKSJ: { interval: "HKSJ" } },
      "smallest trial": Object.fromEntries(
        Array.from({ length: size }, (_, i) => [`more than ${40 * i} patients`, without(40 * i)]),
      ),
    },
  });

export const cases: GalleryCases = {
  typical: () => specificationCurve(universe({}, 3), { title: "Choices over twelve synthetic trials" }),
  ratios: () => specificationCurve(universe({ measure: "logRR" }, 2)),
  "long names of options": () =>
    specificationCurve(
      multiverse(syntheticEffects(6), {
        choices: {
          "a choice with a name of some length": {
            ["an option with a name that is far too long to stand beside the plot".repeat(2)]: null,
            short: { tau2: "DL" },
          },
        },
      }),
    ),
};
