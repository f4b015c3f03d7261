import { messages } from "../errors/messages.js";
import { metaError } from "../errors/metaError.js";

/** What a moderator of a study may be. */
export type ModeratorValue = string | number | boolean;

/** Moderators of a study, or of a point to predict at, by name. */
export type ModeratorRow = Readonly<Record<string, ModeratorValue | null | undefined>>;

/** Moderators of several studies. */
export interface ModeratorTable {
  readonly studies: readonly string[];
  /** The values of a moderator, null where it is missing; read once. */
  readonly valuesOf: (name: string) => readonly (ModeratorValue | null)[];
}

export function tableOf(rows: readonly ModeratorRow[], studies: readonly string[]): ModeratorTable {
  const read = new Map<string, readonly (ModeratorValue | null)[]>();
  return {
    studies,
    valuesOf: (name) => {
      const known = read.get(name);
      if (known !== undefined) return known;
      const values = rows.map((row) => valueIn(row, name));
      read.set(name, values);
      return values;
    },
  };
}

/** The studies at some places of a table. */
export function someOf({ studies, valuesOf }: ModeratorTable, places: readonly number[]): ModeratorTable {
  return {
    studies: places.map((place) => studies[place]!),
    valuesOf: (name) => {
      const values = valuesOf(name);
      return places.map((place) => values[place]!);
    },
  };
}

/** A number, a text or true or false; null where it is missing. */
export function valueIn(row: ModeratorRow, name: string): ModeratorValue | null {
  const value = row[name];
  if (typeof value === "number") return Number.isNaN(value) ? null : value;
  return value === undefined || value === null || value === "" || !Object.hasOwn(row, name) ? null : value;
}

/** "numeric" where the values are numbers, "categorical" where they are texts or true and false. */
export function kindOf({ studies, valuesOf }: ModeratorTable, name: string): "numeric" | "categorical" {
  const values = valuesOf(name);
  const first = typeof values[0];
  const isValue = first === "number" || first === "string" || first === "boolean";
  const bad = isValue ? values.findIndex((value) => typeof value !== first) : 0;
  if (bad !== -1) throw metaError(messages.mixedModerator({ name, study: studies[bad]!, value: values[bad], first }));
  return first === "number" ? "numeric" : "categorical";
}

export function numbersOf({ studies, valuesOf }: ModeratorTable, name: string): Float64Array {
  const values = valuesOf(name);
  const numbers = new Float64Array(values.length);
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (typeof value !== "number" || !Number.isFinite(value))
      throw metaError(messages.moderatorNotNumeric({ name, study: studies[i]!, value }));
    numbers[i] = value;
  }
  return numbers;
}

/** A value as a level: true and false as R writes them. */
export function levelOf(value: ModeratorValue): string {
  return typeof value === "boolean" ? String(value).toUpperCase() : String(value);
}
