import { splitNodes } from "@acumeta/core";
import { splitForest } from "@acumeta/figures";
import type { GalleryCases } from "./galleryCases.ts";
import { casesOf } from "./networkCases.ts";

export const cases: GalleryCases = casesOf((fit) => splitForest(fit, splitNodes(fit)));
