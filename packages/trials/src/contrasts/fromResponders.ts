import { oddsRatioToSmd } from "@acumeta/core";
import type { Comparison } from "./comparison.js";
import type { Draft } from "./draft.js";
import { fromCounts } from "./fromCounts.js";
import { assumptions } from "./messages.js";
import { isNoEffect, type NoEffect } from "./refusal.js";

/**
 * SMD from responder counts through the log odds ratio: d = ln OR · √3/π, a logistic distribution of the
 * underlying score assumed (Chinn 2000, Statistics in Medicine 19:3127-3131). Only on request, and only for pain, of
 * which the tables' responders nearly all are; what they responded to is named among the assumptions.
 */
export function fromResponders(comparison: Comparison): Draft | NoEffect {
  if (comparison.question.outcome !== "pain") return { refusals: [] };
  const draft = fromCounts(comparison, "logOR", "responders");
  if (isNoEffect(draft)) return draft;
  const { yi, vi, rules } = oddsRatioToSmd({ yi: draft.yi, vi: draft.vi });
  return {
    ...draft,
    yi,
    vi,
    source: "responders",
    rules: [...draft.rules, ...rules],
    assumptions: [...draft.assumptions, assumptions.responders(draft.scale)],
  };
}
