import { join } from "node:path";
import { counted } from "@acumeta/core";
import { decimals, NARROW, pooledText } from "../output/numbers.js";
import { NO_POINTS, spreadInWords } from "../output/pointWords.js";
import { textTable } from "../output/table.js";
import type { PointResults, QuestionResult, Results } from "./results.js";

/** What the terminal says at the end: every question in a line, the points in two, and where the report is. */
export function summarise({ questions, points, trials }: Results, folder: string): string {
  return [
    textTable(questions, [
      { head: "question", cell: ({ question }) => question.id },
      { head: "k", cell: ({ effects }) => effects.length, align: "right" },
      { head: "effect [95 % CI]", cell: estimate, align: "right" },
    ]),
    NARROW,
    "",
    ...(points === null ? [NO_POINTS] : describePoints(points, trials)),
    "",
    `Report: ${join(folder, "index.html")}`,
  ].join("\n");
}

function describePoints({ use, effects }: PointResults, trials: number): readonly string[] {
  const [popular] = use;
  const [best] = effects.points;
  if (popular === undefined || best === undefined) return [NO_POINTS];
  return [
    `Most used point ${popular.code} (${popular.trials} of ${counted(trials, "trial")}); largest average effect ${best.code} (${decimals(best.estimate)}, k = ${best.k}).`,
    ...spreadInWords(effects),
  ];
}

function estimate({ pooled }: QuestionResult): string | null {
  return pooled && pooledText(pooled);
}
