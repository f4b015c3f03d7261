import { type ChartSpec, forestPlot, popularityVsEffect, rankedPoints } from "@acumeta/figures";
import { sideNames } from "@acumeta/trials";
import type { PointResults, QuestionResult, Results } from "./results.js";

/** A figure of the report; `name` is that of its files. */
export interface ReportFigure {
  readonly name: string;
  readonly chart: ChartSpec;
}

export function figureName({ question }: QuestionResult): string {
  return question.id.replaceAll("/", "_");
}

export function forestOf({ question, pooled }: QuestionResult): ChartSpec | null {
  return pooled === null ? null : forestPlot(pooled, { title: question.label, ...sideNames(question) });
}

export function pointFigures({ shownEffects: { points, band, overall } }: PointResults): readonly ReportFigure[] {
  const effectLabel = "Average effect of the trials that list the point (SMD)";
  return [
    {
      name: "popularity-vs-effect",
      chart: popularityVsEffect(points, {
        title: "Popularity and average effect of points",
        effectLabel,
        band,
        overall: overall.estimate,
      }),
    },
    {
      name: "ranked-points",
      chart: rankedPoints(points, band, { title: "Points ranked by average effect", effectLabel }),
    },
  ];
}

/** All figures of the report, in its order. */
export function reportFigures({ questions, points }: Results): readonly ReportFigure[] {
  const forests = questions.flatMap((result) => {
    const chart = forestOf(result);
    return chart === null ? [] : [{ name: figureName(result), chart }];
  });
  return [...forests, ...pointFigures(points)];
}
