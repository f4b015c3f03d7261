import type { PointModel } from "@acumeta/acupoints";
import Papa from "papaparse";

/** What each point adds, a CSV row each. */
export function modelCsv({ points }: PointModel): string {
  const data = points.map(({ name, k, n, estimate, se, ci, score, rank }) => ({
    point: name,
    trials: k,
    patients: n,
    adds: estimate,
    se,
    lower: ci.lower,
    upper: ci.upper,
    score,
    expected_rank: rank.expected,
  }));
  return Papa.unparse({ fields: Object.keys(data[0]!), data }, { newline: "\n" });
}
