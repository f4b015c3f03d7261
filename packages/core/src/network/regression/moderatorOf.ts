import { messages } from "../../errors/messages.js";
import { metaError } from "../../errors/metaError.js";
import type { NetworkEffect } from "../networkEffect.js";

/** The moderator of each trial; refuses one that is not a number, is missing, or differs within a trial. */
export function moderatorOf(effects: readonly NetworkEffect[], name: string): ReadonlyMap<string, number> {
  const byStudy = new Map<string, number>();
  for (const effect of effects) {
    const { study } = effect;
    const value = (effect as unknown as Readonly<Record<string, unknown>>)[name];
    if (typeof value !== "number" || !Number.isFinite(value))
      throw metaError(messages.notATrialModerator({ study, moderator: name, found: value }));
    const known = byStudy.get(study);
    if (known !== undefined && known !== value)
      throw metaError(messages.moderatorVaries({ study, moderator: name, found: [known, value] }));
    byStudy.set(study, value);
  }
  const [first] = byStudy.values();
  if ([...byStudy.values()].every((value) => value === first))
    throw metaError(messages.moderatorConstant({ moderator: name, value: first! }));
  return byStudy;
}
