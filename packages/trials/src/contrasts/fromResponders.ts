import { oddsRatioToSmd } from "@acumeta/core";
import type { Comparison } from "./comparison.js";
import type { Draft } from "./draft.js";
import { fromCounts } from "./fromCounts.js";
import { isNoEffect, type NoEffect } from "./refusal.js";

/**
 * SMD from responder counts through the log odds ratio: d = ln OR · √3/π, a logistic distribution of the
 * underlying score assumed (Chinn 2000, Statistics in Medicine 19:3127-3131). Only on request.
 */
export function fromResponders(comparison: Comparison): Draft | NoEffect {
  const draft = fromCounts(comparison, "logOR", "responders");
  if (isNoEffect(draft)) return draft;
  const { yi, vi, rules } = oddsRatioToSmd({ yi: draft.yi, vi: draft.vi });
  return { ...draft, yi, vi, source: "responders", rules: [...draft.rules, ...rules] };
}
