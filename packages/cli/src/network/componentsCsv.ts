import Papa from "papaparse";
import type { ComponentAnswer } from "./networkAnswer.js";

/** Every component, a CSV row each; on the scale of the analysis. */
export function componentsCsv({
  fit: { measure, components },
  shrunk,
}: Omit<ComponentAnswer, "identifiability">): string {
  const data = components.map(({ component, trials, estimate, se, ci, because }) => {
    const drawn = shrunk?.components.find((each) => each.component === component);
    return {
      component,
      trials,
      measure,
      estimate,
      se,
      lower: ci?.lower,
      upper: ci?.upper,
      p: ci?.p,
      not_told_because: because,
      ...(drawn && { drawn: drawn.estimate, drawn_lower: drawn.ci.lower, drawn_upper: drawn.ci.upper }),
    };
  });
  return Papa.unparse({ fields: Object.keys(data[0]!), data }, { newline: "\n" });
}
