import { logOddsRatio, logRiskRatio, riskDifference } from "@acumeta/core";
import type { OutcomeKind } from "../schema/kinds.js";
import { armCell } from "./armCell.js";
import { type ArmCounts, armCounts, sumCounts } from "./armCounts.js";
import type { Comparison } from "./comparison.js";
import type { Draft } from "./draft.js";
import { details, rules as ruleTexts } from "./messages.js";
import { isNoEffect, type NoEffect, refusal } from "./refusal.js";

const formulas = { logRR: logRiskRatio, logOR: logOddsRatio, RD: riskDifference } as const;

/**
 * log RR, log OR or RD from events and patients; 0.5 is added to all four cells where one of them is 0.
 * A ratio of two groups in which nobody (for the OR also: everybody) had the event is undefined and not used.
 */
export function fromCounts(
  comparison: Comparison,
  measure: "logRR" | "logOR" | "RD",
  outcome: OutcomeKind,
): Draft | NoEffect {
  const rows = comparison.outcomes.filter((row) => row.outcome === outcome);
  const cell = armCell(comparison, rows, armCounts);
  if (isNoEffect(cell)) return cell;
  const a = sumCounts(cell.sideA);
  const b = sumCounts(cell.sideB);
  if (uninformative(measure, a, b)) return { refusals: [refusal("NO_EVENTS", details.row(cell.scale, cell.week))] };
  const counts = { a: a.events, n1: a.total, c: b.events, n2: b.total };
  const { yi, vi, rules } = formulas[measure](counts, { add: 0.5, to: "only0" });
  return {
    yi,
    vi,
    n: { a: a.total, b: b.total },
    armsA: a.arms,
    armsB: b.arms,
    source: "endpoint",
    scale: cell.scale,
    week: cell.week,
    better: cell.better,
    rows: [...a.rows, ...b.rows],
    rules: [...a.rules, ...b.rules, ruleTexts.counts(measure), ...rules],
    assumptions: cell.assumptions,
  };
}

function uninformative(measure: "logRR" | "logOR" | "RD", a: ArmCounts, b: ArmCounts): boolean {
  const nobody = a.events + b.events === 0;
  const everybody = a.events === a.total && b.events === b.total;
  return (measure !== "RD" && nobody) || (measure === "logOR" && everybody);
}
