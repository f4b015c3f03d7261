import { messages } from "../../errors/messages.js";
import { metaError } from "../../errors/metaError.js";
import { choose } from "../../registry/choose.js";
import { identityStructure } from "../structures/independent.js";
import { structures } from "../structures/index.js";
import { knownCorrelation } from "../structures/known.js";
import type { InnerLevels, Structure } from "../structures/structure.js";
import { columnOf, places, type Row } from "./columns.js";
import { correlationOf } from "./correlationOf.js";
import type { RandomEffect, RandomIntercept, RandomLevels } from "./randomEffect.js";
import { readRandom } from "./readRandom.js";
import type { RandomTerm } from "./term.js";

/** The random terms of effects, with the group and the level of every row. */
export function resolveRandom(rows: readonly Row[], random: readonly RandomEffect[]): readonly RandomTerm[] {
  return readRandom(random).map((effect) =>
    "inner" in effect ? levelsTerm(rows, effect) : interceptTerm(rows, effect),
  );
}

function interceptTerm(rows: readonly Row[], { group, correlation }: RandomIntercept): RandomTerm {
  const columns = typeof group === "string" ? [group] : group;
  const label = columns.join("/");
  const values = columns.map((name) => columnOf(rows, name));
  const { names, at } = columns.length === 1 ? places(values[0]!) : combinations(values);
  const groups = names.map(String);
  if (correlation !== undefined)
    return term({
      label,
      structure: knownCorrelation,
      levels: { names: groups, values: null, correlation: correlationOf(groups, correlation) },
      groups: ["all"],
      outer: new Int32Array(rows.length),
      inner: at,
    });
  return term({
    label,
    structure: identityStructure,
    levels: { names: [label], values: null, correlation: null },
    groups,
    outer: at,
    inner: new Int32Array(rows.length),
  });
}

function levelsTerm(rows: readonly Row[], { inner, outer, structure = "CS" }: RandomLevels): RandomTerm {
  const chosen = choose<Structure>("structure", structures, structure);
  const levels = places(columnOf(rows, inner));
  const groups = places(columnOf(rows, outer));
  const values = levels.names.every((name) => typeof name === "number")
    ? Float64Array.from(levels.names as number[])
    : null;
  if (ordered.includes(chosen.id) && values === null)
    throw metaError(
      messages.notNumeric({ column: inner, found: levels.names.find((name) => typeof name !== "number")! }),
    );
  return term({
    label: `${inner} | ${outer}`,
    structure: chosen,
    levels: { names: levels.names.map(String), values, correlation: null },
    groups: groups.names.map(String),
    outer: groups.at,
    inner: levels.at,
  });
}

/** Structures in which it matters which level comes after which. */
const ordered: readonly string[] = ["AR", "HAR", "CAR"];

/** The different combinations of several columns, named "a/b", in order, and the place of each row's own. */
function combinations(columns: readonly (readonly (string | number)[])[]): {
  readonly names: readonly string[];
  readonly at: Int32Array;
} {
  const each = columns.map(places);
  const keys = columns[0]!.map((_, row) => each.reduce((key, { names, at }) => key * names.length + at[row]!, 0));
  const { names, at } = places(keys);
  const first = new Map(keys.map((key, row) => [key, row]));
  const nameOf = (row: number) => columns.map((column) => column[row]!).join("/");
  return { names: names.map((key) => nameOf(first.get(key as number)!)), at };
}

function term(
  parts: Omit<RandomTerm, "parameters"> & { readonly structure: Structure; readonly levels: InnerLevels },
): RandomTerm {
  return { ...parts, parameters: parts.structure.parameters(parts.levels) };
}
