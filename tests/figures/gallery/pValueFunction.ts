import { pool } from "@acumeta/core";
import { pValueFunction } from "@acumeta/figures";
import { syntheticEffects } from "../syntheticEffects.ts";
import type { GalleryCases } from "./galleryCases.ts";

export const cases: GalleryCases = {
  typical: () => pValueFunction(pool(syntheticEffects(9)), { title: "Nine synthetic trials" }),
  "one study": () => pValueFunction(pool(syntheticEffects(1), { interval: "z" })),
  "200 studies": () => pValueFunction(pool(syntheticEffects(200))),
  ratios: () => pValueFunction(pool(syntheticEffects(7, { measure: "logOR" }))),
  "huge effects": () => pValueFunction(pool(syntheticEffects(6, { measure: "MD", scale: 4000 }))),
};
