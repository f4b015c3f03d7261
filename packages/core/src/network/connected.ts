import { messages } from "../errors/messages.js";
import { metaError } from "../errors/metaError.js";
import { subnetworks } from "./arrange/subnetworks.js";
import type { NetworkEffect } from "./networkEffect.js";
import type { NetworkOptions } from "./options.js";
import type { Network } from "./result.js";

export interface Connected<E extends NetworkEffect> {
  readonly used: readonly E[];
  readonly treatments: readonly string[];
  /** The place of the reference among `treatments`. */
  readonly reference: number;
  readonly leftOut: Network["leftOut"];
}

/**
 * The part of a network that is connected with the reference; refuses (`DISCONNECTED_NETWORK`) one that has more parts unless
 * they are to be left out, and (`UNKNOWN_TREATMENT`) a reference that no trial has.
 */
export function connected<E extends NetworkEffect>(
  effects: readonly E[],
  treatments: readonly string[],
  { reference, disconnected = "refuse" }: NetworkOptions,
): Connected<E> {
  if (reference !== undefined && !treatments.includes(reference))
    throw metaError(messages.unknownTreatment({ option: "reference", found: reference, known: treatments }));
  const placeOf = new Map(treatments.map((name, place) => [name, place]));
  const links = effects.map(({ treat1, treat2 }) => [placeOf.get(treat1)!, placeOf.get(treat2)!] as const);
  const parts = subnetworks(treatments.length, links);
  if (parts.length === 1)
    return { used: effects, treatments, reference: referenceAmong(effects, treatments, reference), leftOut: [] };
  if (disconnected === "refuse")
    throw metaError(
      messages.disconnectedNetwork({ parts: parts.map((part) => part.map((place) => treatments[place]!)) }),
    );
  const common = referenceAmong(effects, treatments, reference);
  const wanted = parts.find((part) => part.includes(common))!;
  const kept = wanted.map((place) => treatments[place]!);
  const used = effects.filter(({ treat1 }) => kept.includes(treat1));
  return {
    used,
    treatments: kept,
    reference: referenceAmong(used, kept, reference),
    leftOut: effects
      .filter(({ treat1 }) => !kept.includes(treat1))
      .map(({ study, treat1, treat2 }) => ({ study, treat1, treat2 })),
  };
}

/** The one asked for, or that of most trials, the first in the alphabet among equals. */
function referenceAmong(
  effects: readonly NetworkEffect[],
  treatments: readonly string[],
  reference: string | undefined,
): number {
  if (reference !== undefined) return treatments.indexOf(reference);
  const studies = new Map(treatments.map((name) => [name, new Set<string>()]));
  for (const { study, treat1, treat2 } of effects) {
    studies.get(treat1)!.add(study);
    studies.get(treat2)!.add(study);
  }
  const counts = treatments.map((name) => studies.get(name)!.size);
  return counts.indexOf(Math.max(...counts));
}
