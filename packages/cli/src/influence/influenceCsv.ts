import Papa from "papaparse";
import type { InfluenceAnswer, InfluenceResult } from "./influenceResult.js";

const columns = [
  "question",
  "trial_id",
  "study",
  "measure",
  "weight_percent",
  "hat",
  "rstandard",
  "rstudent",
  "dffits",
  "cooks_d",
  "cov_ratio",
  "dfbetas",
  "tau2_deleted",
  "q_deleted",
  "estimate_deleted",
  "lower_deleted",
  "upper_deleted",
  "outlier",
  "influential",
  "reasons",
];

/** A row for each trial; the header alone where there is none, or one only. */
export function influenceCsv({ question, effects, result }: InfluenceAnswer): string {
  const rows =
    result === null ? [] : rowsOf(result).map((row, i) => ({ ...row, trial_id: effects[i]!.provenance.trialId }));
  return Papa.unparse(
    { fields: columns, data: rows.map((row) => ({ question: question.id, ...row })) },
    { newline: "\n" },
  );
}

function rowsOf({ influence, leaveOneOut }: InfluenceResult) {
  return (influence?.studies ?? []).map((study, i) => {
    const without = leaveOneOut?.[i];
    return {
      study: study.study,
      measure: influence?.measure,
      weight_percent: study.weight,
      hat: study.hat,
      rstandard: study.rstandard,
      rstudent: study.rstudent,
      dffits: study.dffits,
      cooks_d: study.cooksD,
      cov_ratio: study.covRatio,
      dfbetas: study.dfbetas,
      tau2_deleted: study.tau2Deleted,
      q_deleted: study.QDeleted,
      estimate_deleted: study.estimateDeleted,
      lower_deleted: without?.ci.lower,
      upper_deleted: without?.ci.upper,
      outlier: study.outlier,
      influential: study.influential,
      reasons: study.reasons.join("; "),
    };
  });
}
