import { rankProbabilities } from "@acumeta/core";
import { rankogram } from "@acumeta/figures";
import type { GalleryCases } from "./galleryCases.ts";
import { casesOf, networks } from "./networkCases.ts";

const draws = { better: "lower", draws: 500 } as const;

export const cases: GalleryCases = {
  ...casesOf((fit) => rankogram(rankProbabilities(fit, draws))),
  cumulative: () => rankogram(rankProbabilities(networks.typical(), draws), { cumulative: true }),
};
