import type { PooledEffect } from "@acumeta/core";
import type { Answer } from "@acumeta/trials";
import Papa from "papaparse";

/** The studies of a fit, one CSV row each, with where every effect came from. */
export function studiesCsv({ question, effects }: Answer, { studies }: PooledEffect): string {
  const rows = studies.map((study, index) => {
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
  return Papa.unparse(rows, { newline: "\n" });
}
