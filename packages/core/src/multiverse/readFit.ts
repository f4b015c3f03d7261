import { messages } from "../errors/messages.js";
import { metaError } from "../errors/metaError.js";
import { inWords } from "./attempt.js";
import type { MultiverseFit } from "./options.js";
import type { Analysis } from "./plan.js";
import type { FittedSpecification } from "./result.js";

/** What a specification takes from its fit. */
export type Finding = Omit<FittedSpecification, "choices" | "failed" | "dataset" | "analysis">;

/** Reads what a fit gave for an analysis; refuses (`NO_ESTIMATE`) what has no finite estimate and interval. */
export function readFit(fit: unknown, { data, labels }: Analysis): Finding {
  if (!isFit(fit)) throw metaError(messages.noEstimate({ found: fit, combination: inWords(labels) }));
  const { estimate, ci, p, k, tau2, measure, warnings } = fit;
  return {
    measure: measure ?? measureOf(data),
    k: k ?? null,
    estimate,
    ci: { lower: ci.lower, upper: ci.upper },
    p: p ?? ci.p ?? null,
    tau2: (typeof tau2 === "object" ? tau2?.value : tau2) ?? null,
    warnings: (warnings ?? []).map(({ code }) => code),
  };
}

/** The measure of a list of effects; null for other data, and for effects of several. */
function measureOf(data: unknown): string | null {
  const measures = new Set<unknown>(Array.isArray(data) ? data.map((effect) => effect?.measure) : []);
  const [measure] = measures;
  return measures.size === 1 && typeof measure === "string" ? measure : null;
}

function isFit(fit: unknown): fit is MultiverseFit {
  if (typeof fit !== "object" || fit === null) return false;
  const { estimate, ci, p, k, tau2 } = fit as Partial<Record<keyof MultiverseFit, unknown>>;
  if (typeof ci !== "object" || ci === null) return false;
  const { lower, upper, p: own } = ci as Readonly<Record<string, unknown>>;
  const variance = typeof tau2 === "object" && tau2 !== null && "value" in tau2 ? tau2.value : tau2;
  return [estimate, lower, upper].every(Number.isFinite) && [p, own, k, variance].every(isNumberOrNone);
}

function isNumberOrNone(value: unknown): boolean {
  return value === undefined || value === null || Number.isFinite(value);
}
