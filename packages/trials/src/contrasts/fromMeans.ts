import { meanDifference, standardizedMeanDifference } from "@acumeta/core";
import { armCell } from "./armCell.js";
import { armSummary } from "./armSummary.js";
import { combineArms } from "./combineArms.js";
import type { Comparison } from "./comparison.js";
import type { Draft } from "./draft.js";
import { assumptions } from "./messages.js";
import { isNoEffect, type NoEffect } from "./refusal.js";

/**
 * SMD (Hedges' g, exact correction, LS variance) or MD from the means of arms: all endpoint scores or all change
 * scores, never mixed. Several arms of a side are first combined to one group.
 */
export function fromMeans(
  comparison: Comparison,
  measure: "SMD" | "MD",
  source: "endpoint" | "change",
): Draft | NoEffect {
  const { outcomes, question } = comparison;
  const rows = outcomes.filter(({ outcome, kind }) => outcome === question.outcome && kind === source);
  const cell = armCell(comparison, rows, armSummary);
  if (isNoEffect(cell)) return cell;
  const a = combineArms(cell.sideA);
  const b = combineArms(cell.sideB);
  const groups = { n1: a.n, m1: a.mean, sd1: a.sd, n2: b.n, m2: b.mean, sd2: b.sd };
  const { yi, vi, rules } = measure === "SMD" ? standardizedMeanDifference(groups) : meanDifference(groups);
  return {
    yi,
    vi,
    n: { a: a.n, b: b.n },
    armsA: a.arms,
    armsB: b.arms,
    source,
    scale: cell.scale,
    week: cell.week,
    better: cell.better,
    rows: [...a.rows, ...b.rows],
    rules: [...a.rules, ...b.rules, ...rules],
    assumptions: [
      ...cell.assumptions,
      ...a.assumptions,
      ...b.assumptions,
      ...(measure === "SMD" && source === "change" ? [assumptions.sdOfChange] : []),
    ],
  };
}
