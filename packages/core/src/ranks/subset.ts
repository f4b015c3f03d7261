import { messages } from "../errors/messages.js";
import { metaError } from "../errors/metaError.js";
import type { WorkingJoint } from "./workingJoint.js";

/** Some of what can be ranked, in the order of `among`; refuses (`UNKNOWN_TREATMENT`, `TOO_FEW_TREATMENTS`) names that are not there. */
export function subset(joint: WorkingJoint, among: readonly string[] | undefined): WorkingJoint {
  if (among === undefined) return joint;
  const { names, advantage, V, df } = joint;
  const wanted: readonly unknown[] = Array.isArray(among) ? among : [among];
  const unknown = wanted.find((name) => !names.includes(name as string));
  if (unknown !== undefined)
    throw metaError(messages.unknownTreatment({ option: "among", found: unknown, known: names }));
  const kept = [...new Set(wanted)].map((name) => names.indexOf(name as string));
  if (kept.length < 2) throw metaError(messages.tooFewToRank({ n: kept.length, needed: 2, what: "ranks" }));
  const n = names.length;
  return {
    names: kept.map((i) => names[i]!),
    advantage: Float64Array.from(kept, (i) => advantage[i]!),
    V: Float64Array.from(kept.flatMap((i) => kept.map((j) => V[i * n + j]!))),
    df,
  };
}
