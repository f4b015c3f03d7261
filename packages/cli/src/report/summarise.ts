import { join } from "node:path";
import { backTransform } from "@acumeta/core";
import { decimals, pValue, withInterval } from "../output/numbers.js";
import { textTable } from "../output/table.js";
import type { QuestionResult, Results } from "./results.js";

/** What the terminal says at the end: every question in a line, the points in two, and where the report is. */
export function summarise({ questions, points, trials }: Results, folder: string): string {
  const { spread, points: ranked } = points.effects;
  const [popular] = points.use;
  const [best] = ranked;
  return [
    textTable(questions, [
      { head: "question", cell: ({ question }) => question.id },
      { head: "k", cell: ({ effects }) => effects.length, align: "right" },
      { head: "effect [95 % CI]", cell: estimate, align: "right" },
    ]),
    "",
    ...(popular === undefined || best === undefined
      ? ["No trial has both a list of points and an effect."]
      : [
          `Most used point ${popular.code} (${popular.trials} of ${trials} trials); largest average effect ${best.code} (${decimals(best.estimate)}, k = ${best.k}).`,
          `Spread of the averages over points ${decimals(spread.observed)}; shuffled prescriptions give ${decimals(spread.shuffled.median)} (p ${pValue(spread.p)}).`,
        ]),
    "",
    `Report: ${join(folder, "index.html")}`,
  ].join("\n");
}

function estimate({ pooled }: QuestionResult): string | null {
  if (pooled === null) return null;
  const shown = (x: number) => backTransform(pooled.measure, x);
  return withInterval(shown(pooled.estimate), { lower: shown(pooled.ci.lower), upper: shown(pooled.ci.upper) });
}
