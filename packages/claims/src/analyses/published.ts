import type { PublishedPooled } from "@acumeta/trials";
import { type ClaimAnalysis, type ClaimData, type ClaimNumber, untestable } from "../analysis.js";
import { shown, withLimits } from "../words.js";

/** The published row of an outcome. */
function rowOf({ published }: ClaimData, outcome: string): PublishedPooled | null {
  return published.pooled.find((row) => row.outcome === outcome && row.effect !== null) ?? null;
}

function numberOf({ outcome, effect, ciLower, ciUpper }: PublishedPooled): ClaimNumber {
  const ci = ciLower === null || ciUpper === null ? null : { lower: ciLower, upper: ciUpper, level: 0.95 };
  return { name: outcome, unit: outcome, value: effect!, ci };
}

const said = ({ review, outcome, effect, ciLower, ciUpper }: PublishedPooled): string =>
  `${review}, ${outcome}: ${ciLower === null || ciUpper === null ? shown(effect!) : withLimits(effect!, { lower: ciLower, upper: ciUpper })}`;

/** Whether a published rate lies below a bound: asked about "outcome|bound". */
export const publishedBelow: ClaimAnalysis = {
  label: "a published rate beside a bound",
  run: (data, about) => {
    const [outcome = "", bound = ""] = about.split("|");
    const row = rowOf(data, outcome);
    if (row === null || row.ciUpper === null || row.ciLower === null)
      return untestable("No review of these tables prints it.");
    const most = Number(bound);
    const verdict = row.ciUpper < most ? "supported" : row.ciLower > most ? "contradicted" : "compatible";
    return {
      verdict,
      numbers: [numberOf(row)],
      reason: `${said(row)}; below ${most} counts as so rare. Our own tables hold too few events.`,
    };
  },
};

/** Of events that are common, whether few need treatment: asked about "all|needing treatment". */
export const publishedRate: ClaimAnalysis = {
  label: "published rates of all events and of those that need treatment",
  run: (data, about) => {
    const rows = about.split("|").flatMap((outcome) => rowOf(data, outcome) ?? []);
    const [all, treated] = rows;
    if (all === undefined || treated === undefined) return untestable("No review of these tables prints both.");
    // The first in percent of patients, the second in 1,000.
    const share = treated.effect! / 10 / all.effect!;
    return {
      verdict: share < 0.1 ? "supported" : "not supported",
      numbers: [...rows.map(numberOf), { name: "share that needs treatment", unit: "share", value: share, ci: null }],
      reason: `${rows.map(said).join("; ")}: ${shown(100 * share, 1)} % of the events needed treatment.`,
    };
  },
};
