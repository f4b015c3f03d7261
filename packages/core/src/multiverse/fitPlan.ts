import { messages } from "../errors/messages.js";
import { metaError } from "../errors/metaError.js";
import { type Attempt, attempt } from "./attempt.js";
import type { Analysis, Plan } from "./plan.js";
import { type Finding, readFit } from "./readFit.js";
import type { Fit } from "./readOptions.js";
import type { Specification } from "./result.js";

/** Every combination with what its fit gives, or why it was refused; refuses (`ALL_REFUSED`) a plan of which nothing is left. */
export function fitPlan({ specifications, analyses }: Plan, fit: Fit): readonly Specification[] {
  const findings = analyses.map((analysis) => findingOf(analysis, fit));
  const all = specifications.map((planned): Specification => {
    const { labels: choices, failed } = planned;
    if (failed !== null) return { choices, failed, dataset: null, analysis: null };
    const { dataset, analysis } = planned;
    const finding = findings[analysis - 1]!;
    return finding.failed === null
      ? { choices, failed: null, dataset, analysis, ...finding.value }
      : { choices, failed: finding.failed, dataset, analysis };
  });
  const refused = all.flatMap((one) => one.failed ?? []);
  if (refused.length === all.length)
    throw metaError(messages.allRefused({ combinations: all.length, first: refused[0]!.message }));
  return all;
}

function findingOf(analysis: Analysis, fit: Fit): Attempt<Finding> {
  const fitted = attempt(analysis.labels, () => fit(analysis.data, analysis.settings));
  return fitted.failed === null ? { value: readFit(fitted.value, analysis), failed: null } : fitted;
}
