import type { Measure, TreatmentEffect } from "@acumeta/core";
import Papa from "papaparse";

/** Every treatment against every one after it, a CSV row each; on the scale of the analysis. */
export function leagueCsv(measure: Measure, league: readonly TreatmentEffect[]): string {
  const data = league.map(({ treatment, against, estimate, se, ci, pi }) => ({
    treatment,
    against,
    measure,
    estimate,
    se,
    lower: ci.lower,
    upper: ci.upper,
    p: ci.p,
    prediction_lower: pi?.lower,
    prediction_upper: pi?.upper,
  }));
  const fields = Object.keys(data[0]!);
  return Papa.unparse({ fields, data }, { newline: "\n" });
}
