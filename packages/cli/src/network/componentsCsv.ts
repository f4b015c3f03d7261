import type { ComponentNetwork } from "@acumeta/core";
import Papa from "papaparse";

/** Every component, a CSV row each; on the scale of the analysis. */
export function componentsCsv({ measure, components }: ComponentNetwork): string {
  const data = components.map(({ component, trials, estimate, se, ci, because }) => ({
    component,
    trials,
    measure,
    estimate,
    se,
    lower: ci?.lower,
    upper: ci?.upper,
    p: ci?.p,
    not_told_because: because,
  }));
  return Papa.unparse({ fields: Object.keys(data[0]!), data }, { newline: "\n" });
}
