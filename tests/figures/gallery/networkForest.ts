import { networkForest } from "@acumeta/figures";
import type { GalleryCases } from "./galleryCases.ts";
import { casesOf } from "./networkCases.ts";

export const cases: GalleryCases = casesOf((fit) => networkForest(fit, { title: "A synthetic network" }));
