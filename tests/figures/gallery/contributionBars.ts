import { contributionMatrix } from "@acumeta/core";
import { contributionBars } from "@acumeta/figures";
import type { GalleryCases } from "./galleryCases.ts";
import { casesOf, networks } from "./networkCases.ts";

export const cases: GalleryCases = {
  ...casesOf((fit) => contributionBars(contributionMatrix(fit), { title: "A synthetic network" })),
  "by trials": () => contributionBars(contributionMatrix(networks.typical()), { by: "trials" }),
};
