import type { Effect, Measure } from "../effects/effect.js";
import { messages } from "../errors/messages.js";
import { metaError } from "../errors/metaError.js";
import { knownModerators } from "../formula/knownModerators.js";
import { type ModeratorRow, valueIn } from "../formula/values.js";

/** The name of a group. */
export type GroupLabel = string | number | boolean;

/** The name of a value that each effect has besides, a label for each effect, or what makes it. */
export type GroupBy<M extends Measure = Measure> =
  | string
  | readonly GroupLabel[]
  | ((effect: Effect<M>, index: number) => GroupLabel);

/** The effects of each group, groups in the order in which they first come; at least two. */
export function groupsOf<M extends Measure>(
  effects: readonly Effect<M>[],
  by: GroupBy<M>,
): readonly (readonly [label: string, members: readonly Effect<M>[]])[] {
  const labels = labelsOf(effects, by);
  if (labels.length !== effects.length)
    throw metaError(messages.unequalColumns({ lengths: { effects: effects.length, by: labels.length } }));
  const groups = new Map<string, Effect<M>[]>();
  for (const [i, effect] of effects.entries()) {
    const label = labels[i];
    if (!isLabel(label)) throw metaError(messages.noGroup({ study: effect.study, label }));
    const members = groups.get(String(label));
    if (members === undefined) groups.set(String(label), [effect]);
    else members.push(effect);
  }
  const [first] = groups.keys();
  if (groups.size < 2) throw metaError(messages.oneGroup({ label: first!, k: effects.length }));
  return [...groups];
}

function labelsOf<M extends Measure>(effects: readonly Effect<M>[], by: GroupBy<M>): readonly unknown[] {
  if (typeof by === "function") return effects.map(by);
  if (Array.isArray(by)) return by;
  if (typeof by !== "string") throw metaError(messages.notGroups({ found: by }));
  if (!effects.some((effect) => Object.hasOwn(effect, by)))
    throw metaError(messages.unknownGrouping({ name: by, known: knownModerators(effects) }));
  return (effects as readonly (Effect<M> & ModeratorRow)[]).map((effect) => valueIn(effect, by));
}

function isLabel(label: unknown): label is GroupLabel {
  return (
    (typeof label === "string" && label !== "") ||
    (typeof label === "number" && Number.isFinite(label)) ||
    typeof label === "boolean"
  );
}
