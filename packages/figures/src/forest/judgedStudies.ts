import { domainsOf } from "../bias/riskOfBias/checkJudgements.js";
import { DOMAIN_STEP, domainHeads, judgementKeys, judgementMarks } from "../bias/riskOfBias/judgementMarks.js";
import type { TableLayout } from "../layout/layoutTable.js";
import { sizes } from "../theme/theme.js";
import type { ResolvedForest } from "./forestOptions.js";

/** Judgements of the studies' risk of bias at the right of a forest plot's table; the drawing is wider by them. */
export function judgedStudies({ studies, riskOfBias }: ResolvedForest, { rows, width }: TableLayout) {
  const domains = domainsOf(riskOfBias, "riskOfBias");
  if (domains.length === 0) return { width, keys: [], notes: [], layers: [], labels: [] };
  const byName = new Map(riskOfBias.map((judged) => [judged.study, judged]));
  const judged = studies.flatMap(({ study }, i) => {
    const found = byName.get(study);
    return found === undefined ? [] : [{ judged: found, y: rows[i]! }];
  });
  const left = width + sizes.columnGap + DOMAIN_STEP / 2;
  const heads = domainHeads(domains, { left, y: 10 });
  const marks = judgementMarks(judged, { domains, left });
  return {
    width: width + sizes.columnGap + domains.length * DOMAIN_STEP,
    keys: judgementKeys(judged.map((row) => row.judged)),
    notes: [heads.note],
    layers: marks.layers,
    labels: [...heads.labels, ...marks.labels],
  };
}
