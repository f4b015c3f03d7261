import { messages } from "../errors/messages.js";
import { metaError } from "../errors/metaError.js";
import { choose } from "../registry/choose.js";
import { type Coding, type CodingId, codings } from "./codings.js";
import { levelOf, type ModeratorTable, type ModeratorValue } from "./values.js";

/** Levels of a categorical moderator, in alphabetical order, numbers in theirs, and how they are coded. */
export interface FactorLevels {
  readonly levels: readonly string[];
  /** The level without a column of its own. */
  readonly reference: string;
  readonly coding: CodingId;
}

/** A moderator's name and what was asked for it. */
interface AskedFactor {
  readonly name: string;
  readonly reference: ModeratorValue | undefined;
  readonly coding: CodingId | undefined;
}

export function learnFactor(
  data: ModeratorTable,
  { name, reference, coding = "treatment" }: AskedFactor,
): FactorLevels {
  const values = new Set(data.valuesOf(name) as readonly ModeratorValue[]);
  const levels = [...values].sort(compare).map(levelOf);
  if (levels.length < 2) throw metaError(messages.oneLevel({ name, level: levels[0]! }));
  const { reference: usual } = choose<Coding>("coding", codings, coding);
  const chosen = reference === undefined ? levels[usual(levels.length)]! : levelOf(reference);
  if (!levels.includes(chosen)) throw metaError(messages.unknownLevel({ name, level: chosen, levels, study: null }));
  return { levels, reference: chosen, coding };
}

function compare(a: ModeratorValue, b: ModeratorValue): number {
  if (typeof a === "number" && typeof b === "number") return a - b;
  const [one, other] = [String(a), String(b)];
  return one.localeCompare(other, "en") || (one < other ? -1 : 1);
}

/** The place of each row's level. */
export function placesOf(data: ModeratorTable, name: string, { levels }: FactorLevels): Int32Array {
  const places = new Map(levels.map((level, i) => [level, i]));
  return Int32Array.from(data.valuesOf(name), (value, i) => {
    const level = levelOf(value!);
    const place = places.get(level);
    if (place === undefined) throw metaError(messages.unknownLevel({ name, level, levels, study: data.studies[i]! }));
    return place;
  });
}

/** Columns with the ends of their names. */
export interface CodedColumns {
  readonly suffixes: readonly string[];
  readonly columns: readonly Float64Array[];
}

/** A column for each level, 1 where a row has it. */
export function indicators(places: Int32Array, { levels }: FactorLevels): CodedColumns {
  return {
    suffixes: levels,
    columns: levels.map((_, level) => Float64Array.from(places, (place) => (place === level ? 1 : 0))),
  };
}

/** A column for each level but the reference. */
export function contrastColumns(places: Int32Array, { levels, reference, coding }: FactorLevels): CodedColumns {
  const { ofReference, suffixes } = codings[coding];
  const left = levels.indexOf(reference);
  const others = levels.flatMap((_, level) => (level === left ? [] : [level]));
  return {
    suffixes: suffixes(others.map((level) => levels[level]!)),
    columns: others.map((level) =>
      Float64Array.from(places, (place) => (place === level ? 1 : place === left ? ofReference : 0)),
    ),
  };
}
