import { type CheckedClaim, type Verdict, verdicts } from "@acumeta/claims";
import { textTable } from "../output/table.js";
import { wrap } from "../output/wrap.js";

const order = Object.keys(verdicts) as readonly Verdict[];

/** Every claim with its verdict and the reason, and how many of each there are. */
export function claimsText(claims: readonly CheckedClaim[]): string {
  const counts = order
    .map((verdict) => ({ verdict, count: claims.filter((claim) => claim.verdict === verdict).length }))
    .filter(({ count }) => count > 0);
  return [
    ...claims.map((claim) => claimText(claim)),
    textTable(counts, [
      { head: "verdict", cell: ({ verdict }) => verdict },
      { head: "claims", cell: ({ count }) => count, align: "right" },
      { head: "", cell: ({ verdict }) => verdicts[verdict] },
    ]),
  ].join("\n\n");
}

function claimText({ id, claim, verdict, reason, needs }: CheckedClaim): string {
  const indent = "     ";
  return [
    wrap(claim, { indent, first: id.padEnd(indent.length) }),
    wrap(`${verdict.toUpperCase()}. ${reason}`, { indent }),
    ...(verdict === "not testable" ? [wrap(`It would take ${needs}.`, { indent })] : []),
  ].join("\n");
}
