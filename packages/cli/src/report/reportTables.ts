import Papa from "papaparse";
import { studiesCsv } from "../output/studiesCsv.js";
import { figureName } from "./reportFigures.js";
import type { PointResults, QuestionResult, Results } from "./results.js";

/** A table of the report as CSV. */
export interface ReportTable {
  readonly name: string;
  readonly csv: string;
}

/** All tables of the report: questions, studies of each, unused trials, points, pairs, published lists. */
export function reportTables({ questions, points }: Results): readonly ReportTable[] {
  return [
    { name: "questions", csv: csv(questions.map(questionRow)) },
    ...questions.flatMap((result) =>
      result.pooled === null ? [] : [{ name: figureName(result), csv: studiesCsv(result) }],
    ),
    {
      name: "not-used",
      csv: csv(questions.flatMap(({ question, notUsed }) => notUsed.map((row) => ({ question: question.id, ...row })))),
    },
    ...(points === null ? [] : pointTables(points)),
  ];
}

function pointTables(points: PointResults): readonly ReportTable[] {
  return [
    { name: "points", csv: pointsCsv(points) },
    { name: "pairs", csv: csv(points.pairs.map(({ confidence, ...pair }) => ({ ...pair, ...confidence }))) },
    {
      name: "published-rankings",
      csv: csv(points.published.flatMap(({ review, list, ranks }) => ranks.map((rank) => ({ review, list, ...rank })))),
    },
  ];
}

function questionRow({ question, pooled, effects }: QuestionResult) {
  return {
    question: question.id,
    measure: question.measure,
    k: effects.length,
    n: pooled?.n,
    estimate: pooled?.estimate,
    se: pooled?.se,
    ci_lower: pooled?.ci.lower,
    ci_upper: pooled?.ci.upper,
    p: pooled?.ci.p,
    pi_lower: pooled?.pi?.lower,
    pi_upper: pooled?.pi?.upper,
    tau2: pooled?.tau2.value,
    I2: pooled?.heterogeneity.I2,
    Q: pooled?.heterogeneity.Q,
  };
}

/** A row for each point that any trial lists; effect columns are blank where no trial that lists it has an effect. */
export function pointsCsv({ use, effects }: PointResults): string {
  const effectOf = new Map(effects.points.map((point) => [point.code, point]));
  const rows = use.map(({ conditions, ...row }) => {
    const effect = effectOf.get(row.code);
    return {
      ...row,
      conditions: Object.entries(conditions)
        .map(([condition, trials]) => `${condition} ${trials}`)
        .join("; "),
      effect_rank: effect?.rank,
      effect_trials: effect?.k,
      effect: effect?.estimate,
      ci_lower: effect?.ci?.lower,
      ci_upper: effect?.ci?.upper,
      shuffled_lower: effect?.shuffled.lower,
      shuffled_upper: effect?.shuffled.upper,
      permutation_p: effect?.p,
      permutation_q: effect?.q,
    };
  });
  return csv(rows);
}

function csv(rows: readonly object[]): string {
  return Papa.unparse([...rows], { newline: "\n" });
}
