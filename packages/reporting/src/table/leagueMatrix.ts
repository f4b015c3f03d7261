import { boundsText, effectName, effectText, freeze, leagueTable, type Network, percent } from "@acumeta/core";
import { checkArgument, isObject } from "../checkArgument.js";
import { knownFit } from "../methods/reportedFit.js";
import type { ReportTable } from "./table.js";

/**
 * The league table of a network: every treatment (row) against every other one (column), with its interval. Ratios are shown
 * back-transformed; half of the table is the other half turned round.
 *
 * Throws `WRONG_ARGUMENT` for what is no result of `network`.
 *
 * @example
 * import { network } from "@acumeta/core";
 * import { leagueMatrix } from "@acumeta/reporting";
 * const smd = { measure: "SMD" } as const;
 * const fit = network(
 *   [
 *     { ...smd, study: "A", treat1: "acupuncture", treat2: "sham", yi: -0.3, vi: 0.02 },
 *     { ...smd, study: "B", treat1: "acupuncture", treat2: "waiting", yi: -0.8, vi: 0.04 },
 *   ],
 *   { tau2: "EE", interval: "z" },
 * );
 * leagueMatrix(fit).rows[0]; // => ["acupuncture", null, "−0.30 [−0.58, −0.02]", "−0.80 [−1.19, −0.41]"]
 */
export function leagueMatrix(network: Network, options: { readonly title?: string } = {}): ReportTable {
  checkArgument(isObject(options), "options", options, "an object of options, or none");
  checkArgument(knownFit(network).kind === "network", "network", Object.keys(network), "what network gives");
  const { measure, treatments, effects, choices } = network;
  const { method } = effects[0]!.ci;
  const names = treatments.map(({ name }) => name);
  const league = leagueTable(network);
  const cell = (row: string, column: string) => {
    if (row === column) return null;
    const own = league.find(({ treatment, against }) => treatment === row && against === column);
    if (own !== undefined) return `${effectText(measure, own.estimate)} ${boundsText(measure, own.ci)}`;
    const { estimate, ci } = league.find(({ treatment, against }) => treatment === column && against === row)!;
    return `${effectText(measure, -estimate)} ${boundsText(measure, { lower: -ci.upper, upper: -ci.lower })}`;
  };
  return freeze<ReportTable>({
    ...options,
    columns: [{ head: "" }, ...names.map((head) => ({ head, align: "right" as const }))],
    rows: names.map((row) => [row, ...names.map((column) => cell(row, column))]),
    notes: [
      `${effectName(measure)} of the row against the column, with ${percent(choices.level)} confidence intervals (${method}).`,
    ],
  });
}
