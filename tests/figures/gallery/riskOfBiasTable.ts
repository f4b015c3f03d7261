import { type Judgement, riskOfBiasTable } from "@acumeta/figures";
import { longLabel } from "../syntheticEffects.ts";
import type { GalleryCases } from "./galleryCases.ts";
import { judged } from "./syntheticJudgements.ts";

export const cases: GalleryCases = {
  typical: () => riskOfBiasTable(judged(12), { title: "Twelve synthetic trials" }),
  "one study": () => riskOfBiasTable(judged(1)),
  "200 studies": () => riskOfBiasTable(judged(200)),
  "names of 80 characters": () => riskOfBiasTable(judged(3, (i) => longLabel(i).padEnd(80, "n"))),
  "twenty domains, some not judged": () =>
    riskOfBiasTable(
      Array.from({ length: 4 }, (_, study) => ({
        study: `Trial ${study + 1}`,
        domains: Object.fromEntries(
          Array.from({ length: 20 }, (__, i) => [`domain number ${i + 1}`, "low" as Judgement]).filter(
            (__, i) => (i + study) % 3 > 0,
          ),
        ),
      })),
    ),
};
