import type { Measure } from "../effects/effect.js";
import { messages } from "../errors/messages.js";
import { metaError } from "../errors/metaError.js";
import { checkEffects } from "../pool/checkEffects.js";
import type { NetworkEffect } from "./networkEffect.js";

/** Refuses what is no list of comparisons of two treatments each; the treatments, in alphabetical order. */
export function checkNetwork<M extends Measure>(
  effects: readonly NetworkEffect<M>[],
): { readonly measure: M; readonly treatments: readonly string[] } {
  const { measure } = checkEffects(effects);
  const treatments = new Set<string>();
  for (const effect of effects) {
    for (const field of ["treat1", "treat2"] as const) checkName(effect, field);
    for (const field of ["n1", "n2"] as const) checkPatients(effect, field);
    const { study, treat1, treat2 } = effect;
    if (treat1 === treat2) throw metaError(messages.selfComparison({ study, treatment: treat1 }));
    treatments.add(treat1);
    treatments.add(treat2);
  }
  return { measure, treatments: [...treatments].sort() };
}

function checkName(effect: NetworkEffect, field: "treat1" | "treat2"): void {
  const name: unknown = effect[field];
  if (typeof name !== "string" || name.trim() === "")
    throw metaError(messages.notATreatment({ study: effect.study, column: field, found: name }));
}

function checkPatients(effect: NetworkEffect, field: "n1" | "n2"): void {
  const n: unknown = effect[field];
  if (n !== undefined && !(typeof n === "number" && n > 0 && Number.isFinite(n)))
    throw metaError(messages.notPatients({ study: effect.study, column: field, found: n }));
}
