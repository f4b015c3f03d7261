import { componentNetwork, shrunkComponents } from "@acumeta/core";
import { componentForest } from "@acumeta/figures";
import { comparison } from "../network/ring.ts";
import type { GalleryCases } from "./galleryCases.ts";

const effects = [
  comparison("A", "attention+needle+point", "care", -0.9, 50),
  comparison("B", "attention+needle", "care", -0.7, 40),
  comparison("C", "attention", "care", -0.4, 60),
  comparison("D", "attention+needle+point", "attention+needle", -0.1, 80),
  comparison("E", "massage", "care", -0.5, 30),
];
const inactive = { inactive: "care" } as const;

export const cases: GalleryCases = {
  typical: () =>
    componentForest(componentNetwork(effects, inactive), { title: "Synthetic components", better: "lower" }),
  shrunk: () => componentForest(shrunkComponents(effects, inactive)),
  "what cannot be told": () =>
    componentForest(
      componentNetwork(
        [...effects, comparison("F", "a component of a very long name+another one", "care", -0.3, 20)],
        inactive,
      ),
    ),
};
