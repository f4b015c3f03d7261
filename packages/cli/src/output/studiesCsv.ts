import Papa from "papaparse";
import type { QuestionResult } from "../report/results.js";

const columns = [
  "question",
  "trial_id",
  "study",
  "measure",
  "yi",
  "vi",
  "lower",
  "upper",
  "weight_percent",
  "n",
  "source",
  "scale",
  "week",
  "trust",
  "rules",
  "assumptions",
  "rows",
];

/** The studies of a fit, one CSV row each, with where every effect came from; the header alone where no trial answers. */
export function studiesCsv({ question, effects, pooled }: QuestionResult): string {
  const rows = (pooled?.studies ?? []).map((study, index) => {
    const effect = effects[index]!;
    return {
      question: question.id,
      trial_id: effect.provenance.trialId,
      study: study.study,
      measure: effect.measure,
      yi: study.yi,
      vi: study.vi,
      lower: study.lower,
      upper: study.upper,
      weight_percent: study.weight,
      n: effect.n,
      source: effect.provenance.source,
      scale: effect.provenance.scale,
      week: effect.provenance.week,
      trust: effect.provenance.trust,
      rules: effect.provenance.rules.join("; "),
      assumptions: effect.provenance.assumptions.join("; "),
      rows: effect.provenance.rows.map(({ file, line }) => `${file}:${line}`).join("; "),
    };
  });
  return Papa.unparse({ fields: columns, data: rows }, { newline: "\n" });
}
