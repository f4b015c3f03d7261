import { percent, type RankSets } from "@acumeta/core";
import { decimals } from "../output/numbers.js";
import { textTable } from "../output/table.js";
import { wrap } from "../output/wrap.js";

/** Where each treatment may stand, the likely best first; never an order alone. */
export function ranksText({ treatments, level, poth, better }: RankSets): string {
  const rows = [...treatments].sort((a, b) => b.score - a.score);
  const head = `${percent(level)} limits of the rank`;
  const sure = poth === null ? "" : ` Precision of the hierarchy: ${decimals(poth)} (1 a sure order, 0 nothing known).`;
  return [
    textTable(rows, [
      { head: "treatment", cell: ({ name }) => name },
      { head: "P-score", cell: ({ score }) => decimals(score), align: "right" },
      { head: "expected rank", cell: ({ rank }) => decimals(rank.expected, 1), align: "right" },
      { head, cell: ({ rank }) => limits(rank), align: "right" },
    ]),
    wrap(
      `Rank 1 is best (${better} is better). The limits hold for all treatments together: ranks whose limits overlap are not told apart by these trials.${sure}`,
    ),
  ].join("\n\n");
}

function limits({ lower, upper }: { readonly lower: number; readonly upper: number }): string {
  return lower === upper ? String(lower) : `${lower} to ${upper}`;
}
