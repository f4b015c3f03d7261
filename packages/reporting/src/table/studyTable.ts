import { boundsText, effectHead, effectText, fixed, freeze, type PooledEffect, percent } from "@acumeta/core";
import { checkArgument, isObject } from "../checkArgument.js";
import { knownFit } from "../methods/reportedFit.js";
import type { Cell, ReportTable } from "./table.js";

/**
 * The studies of a pooled effect with their estimates, intervals and weights, then the pooled effect and its prediction interval:
 * what a forest plot shows, as a table. Ratios are shown back-transformed.
 *
 * Throws `WRONG_ARGUMENT` for what is no result of `pool`.
 *
 * @example
 * import { pool } from "@acumeta/core";
 * import { studyTable } from "@acumeta/reporting";
 * const fit = pool([
 *   { study: "First 2001", measure: "SMD", yi: 0.3, vi: 0.04, n: 100 },
 *   { study: "Second 2005", measure: "SMD", yi: 0.5, vi: 0.02, n: 210 },
 * ], { tau2: "EE", interval: "z" });
 * studyTable(fit).rows[0]; // => ["First 2001", 100, "0.30 [−0.09, 0.69]", "33.3%"]
 * studyTable(fit).rows[2]; // => ["Common-effect mean", 310, "0.43 [0.21, 0.66]", "100%"]
 */
export function studyTable(fit: PooledEffect, options: { readonly title?: string } = {}): ReportTable {
  checkArgument(isObject(options), "options", options, "an object of options, or none");
  checkArgument(knownFit(fit).kind === "pool", "fit", Object.keys(fit), "what pool gives");
  const { measure, studies, estimate, ci, pi, n, tau2, k, choices } = fit;
  const pooled = k === 1 ? "Single study" : tau2.method === "EE" ? "Common-effect mean" : "Random-effects mean";
  const rows: readonly (readonly Cell[])[] = [
    ...studies.map((study) => [
      study.study,
      study.n,
      `${effectText(measure, study.yi)} ${boundsText(measure, study)}`,
      `${fixed(study.weight, 1)}%`,
    ]),
    [pooled, n, `${effectText(measure, estimate)} ${boundsText(measure, ci)}`, "100%"],
    ...(pi === null ? [] : [[`${percent(pi.level)} prediction interval`, null, boundsText(measure, pi), null]]),
  ];
  return freeze<ReportTable>({
    ...options,
    columns: [
      { head: "Study" },
      { head: "n", align: "right" },
      { head: effectHead(measure, choices.level), align: "right" },
      { head: "Weight", align: "right" },
    ],
    rows,
  });
}
