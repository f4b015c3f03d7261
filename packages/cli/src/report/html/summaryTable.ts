import { boundsText, countText, measures } from "@acumeta/core";
import { decimals, pooledText } from "../../output/numbers.js";
import { figureName } from "../reportFigures.js";
import type { QuestionResult } from "../results.js";
import { type Html, html } from "./html.js";
import { htmlTable } from "./htmlTable.js";

/** All questions at a glance. */
export function summaryTable(questions: readonly QuestionResult[]): Html {
  return htmlTable(questions, [
    { head: "Question", cell: (result) => html`<a href="#${figureName(result)}">${result.question.label}</a>` },
    { head: "k", cell: ({ effects }) => effects.length, numeric: true },
    {
      head: "n",
      cell: ({ pooled }) => (pooled === null || pooled.n === null ? null : countText(pooled.n)),
      numeric: true,
    },
    { head: "Effect [95 % CI]", cell: estimate, numeric: true },
    {
      head: "Measure",
      cell: ({ pooled, question }) =>
        pooled !== null && measures[pooled.measure].ratio ? measures[pooled.measure].label : question.measure,
    },
    { head: "Prediction", cell: prediction, numeric: true },
    {
      head: "I²",
      cell: ({ pooled }) => (pooled === null || pooled.k === 1 ? null : `${decimals(pooled.heterogeneity.I2, 0)} %`),
      numeric: true,
    },
  ]);
}

function estimate({ pooled }: QuestionResult): string | null {
  return pooled && pooledText(pooled);
}

function prediction({ pooled }: QuestionResult): string | null {
  return pooled?.pi == null ? null : boundsText(pooled.measure, pooled.pi);
}
