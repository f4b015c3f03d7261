import { rankSets } from "@acumeta/core";
import { rankIntervals } from "@acumeta/figures";
import type { GalleryCases } from "./galleryCases.ts";
import { casesOf } from "./networkCases.ts";

export const cases: GalleryCases = casesOf((fit) => rankIntervals(rankSets(fit, { better: "lower", draws: 500 })));
