import { leagueHeatmap } from "@acumeta/figures";
import type { GalleryCases } from "./galleryCases.ts";
import { casesOf } from "./networkCases.ts";

export const cases: GalleryCases = casesOf((fit) => leagueHeatmap(fit, { title: "A synthetic network" }));
