import type { Effect } from "../../effects/effect.js";
import { effectSizes } from "../../effects/effectSizes.js";
import { checkEvents, type Events } from "../../effects/events.js";
import type { TwoGroups } from "../../effects/groups.js";
import { messages } from "../../errors/messages.js";
import { metaError } from "../../errors/metaError.js";
import { checkEffects } from "../../pool/checkEffects.js";
import type { EffectsData } from "./test.js";

/** The studies of a test: effects, or the tables that effects are made from. */
export type BiasRows = readonly Effect[] | readonly Events[] | readonly TwoGroups[];

/** Rows by kind, with the effects that tests of effects look at, and in words what was left out and what was added. */
export type ReadRows = {
  readonly effects: EffectsData;
  readonly leftOut: readonly string[];
  /** What was done to rows for the sake of the effects. */
  readonly added: readonly string[];
} & (
  | { readonly kind: "effects" }
  | { readonly kind: "events"; readonly tables: readonly Events[] }
  | { readonly kind: "groups"; readonly groups: readonly TwoGroups[] }
);

/**
 * Effects as they are; tables of events as log odds ratios, ½ added to tables with a zero cell, those without events or
 * with nothing but events in both groups left out; tables of means as Hedges' g.
 */
export function readRows(rows: BiasRows): ReadRows {
  if (isEvents(rows)) return fromEvents(rows);
  if (isGroups(rows)) return fromGroups(rows);
  const effects = rows as readonly Effect[];
  const { y, v } = checkEffects(effects);
  const data = { y, v, n: effects.map(({ n }) => n), names: effects.map(({ study }) => study) };
  return { kind: "effects", effects: data, leftOut: [], added: [] };
}

const isEvents = (rows: BiasRows): rows is readonly Events[] => rows[0] !== undefined && "a" in rows[0];
const isGroups = (rows: BiasRows): rows is readonly TwoGroups[] => rows[0] !== undefined && "m1" in rows[0];

function fromEvents(rows: readonly Events[]): ReadRows {
  for (const row of rows) checkEvents(row);
  const tables = rows.filter(({ a, n1, c, n2 }) => a + c > 0 && a + c < n1 + n2);
  if (tables.length === 0) throw metaError(messages.noEffects());
  const dropped = rows.length - tables.length;
  const column = (of: (table: Events) => number) => tables.map(of);
  const sizes = effectSizes("logOR", {
    a: column(({ a }) => a),
    n1: column(({ n1 }) => n1),
    c: column(({ c }) => c),
    n2: column(({ n2 }) => n2),
  });
  return {
    kind: "events",
    tables,
    effects: effectsOf(sizes, tables),
    leftOut: dropped > 0 ? [`${dropped} left out: no events, or only events, in both groups.`] : [],
    added: sizes.some(({ rules }) => rules.length > 0) ? ["½ added to every cell of tables with a zero cell."] : [],
  };
}

function fromGroups(groups: readonly TwoGroups[]): ReadRows {
  const column = (of: (row: TwoGroups) => number) => groups.map(of);
  const sizes = effectSizes("SMD", {
    n1: column(({ n1 }) => n1),
    m1: column(({ m1 }) => m1),
    sd1: column(({ sd1 }) => sd1),
    n2: column(({ n2 }) => n2),
    m2: column(({ m2 }) => m2),
    sd2: column(({ sd2 }) => sd2),
  });
  return { kind: "groups", groups, effects: effectsOf(sizes, groups), leftOut: [], added: [] };
}

function effectsOf(
  sizes: readonly { readonly yi: number | null; readonly vi: number | null }[],
  rows: readonly { readonly n1: number; readonly n2: number; readonly study?: string }[],
): EffectsData {
  return {
    y: Float64Array.from(sizes, ({ yi }) => yi ?? Number.NaN),
    v: Float64Array.from(sizes, ({ vi }) => vi ?? Number.NaN),
    n: rows.map(({ n1, n2 }) => n1 + n2),
    names: rows.map(({ study }, i) => study ?? String(i + 1)),
  };
}
