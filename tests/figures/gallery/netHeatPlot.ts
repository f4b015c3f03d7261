import { netHeat } from "@acumeta/core";
import { netHeatPlot } from "@acumeta/figures";
import type { GalleryCases } from "./galleryCases.ts";
import { casesOf } from "./networkCases.ts";

export const cases: GalleryCases = casesOf((fit) => netHeatPlot(netHeat(fit)));
