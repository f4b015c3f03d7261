import { type ChartSpec, claimChart, forestPlot, popularityVsEffect, rankedPoints } from "@acumeta/figures";
import { provenanceInWords, sideNames } from "@acumeta/trials";
import type { PointResults, QuestionResult, Results } from "./results.js";

/** A figure of the report; `name` is that of its files. */
export interface ReportFigure {
  readonly name: string;
  readonly chart: ChartSpec;
}

/** A name for a question's files that no other id and no file of the report's own has: "question_low-back-pain_pain". */
export function figureName({ question }: QuestionResult): string {
  const escaped = question.id.replaceAll(/[^\p{L}\p{N}./-]/gu, (other) => `=${other.codePointAt(0)!.toString(16)}`);
  return `question_${escaped.replaceAll("/", "_")}`;
}

export function forestOf({ question, pooled, effects }: QuestionResult): ChartSpec | null {
  const says = ({ study }: { readonly study: string }) =>
    effects
      .filter((effect) => effect.study === study)
      .map(provenanceInWords)
      .join("; ");
  return pooled === null ? null : forestPlot(pooled, { title: question.label, ...sideNames(question), says });
}

export function pointFigures({ shownEffects: { points, band, overall } }: PointResults): readonly ReportFigure[] {
  if (points.length === 0) return [];
  const effectLabel = "Average effect of the trials with an effect that list the point (SMD)";
  return [
    {
      name: "popularity-vs-effect",
      chart: popularityVsEffect(points, {
        title: "Popularity and average effect of points",
        effectLabel,
        overall: overall.estimate,
      }),
    },
    {
      name: "ranked-points",
      chart: rankedPoints(points, band, { title: "Points ranked by average effect", effectLabel }),
    },
  ];
}

/** The figures of questions, points and claims, in the order of the report. */
export function reportFigures({ questions, points, claims }: Results): readonly ReportFigure[] {
  const forests = questions.flatMap((result) => {
    const chart = forestOf(result);
    return chart === null ? [] : [{ name: figureName(result), chart }];
  });
  const ofClaims = claims.map((claim) => ({ name: `claims/${claim.id}`, chart: claimChart(claim) }));
  return [...forests, ...(points === null ? [] : pointFigures(points)), ...ofClaims];
}
