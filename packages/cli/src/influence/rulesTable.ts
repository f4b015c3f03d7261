import type { AppliedRule, Influence } from "@acumeta/core";
import { decimals } from "../output/numbers.js";
import { textTable } from "../output/table.js";

/** Every rule with its limit for these trials, and those that it marks. */
export function rulesTable({ rules, studies }: Influence): string {
  const markedBy = ({ id }: AppliedRule) => studies.filter(({ reasons }) => reasons.includes(id));
  return textTable(rules, [
    { head: "rule", cell: ({ id }) => id },
    { head: "limit", cell: ({ limit }) => decimals(limit, 3), align: "right" },
    { head: "marks", cell: ({ marks }) => (marks === "influence" ? "influence" : "an outlier") },
    { head: "where", cell: ({ label }) => label, widest: 44 },
    {
      head: "here",
      cell: (rule) =>
        isOutOfReach(rule)
          ? OUT_OF_REACH
          : markedBy(rule)
              .map(({ study }) => study)
              .join("; ") || "none",
      widest: 33,
    },
  ]);
}

const OUT_OF_REACH = "out of reach: hat is at most 1";

/** A hat value is a share of the weight, which can't be above 1. */
function isOutOfReach({ id, limit }: AppliedRule): boolean {
  return id === "hat" && limit >= 1;
}
