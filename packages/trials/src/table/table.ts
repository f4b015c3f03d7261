import type { z } from "zod";
import { checkArgument, hasLists, isObject } from "../problems/checkArgument.js";
import type { Finding } from "../problems/problem.js";
import type { RowOrigin } from "../schema/rows.js";

export type Columns = Readonly<Record<string, z.ZodType>>;

/** "ci_lower" → "ciLower" */
type CamelCase<Name extends string> = Name extends `${infer Head}_${infer Tail}`
  ? `${Head}${Capitalize<CamelCase<Tail>>}`
  : Name;

/** A row of a table: its columns in camel case. */
export type RowOf<C extends Columns> = {
  readonly [Name in keyof C & string as CamelCase<Name>]: z.output<C[Name]>;
};

/** A row some of whose cells could not be read: those are undefined. */
export type PartialRow<C extends Columns> = Partial<RowOf<C>> & { readonly origin: RowOrigin };

/** What is impossible, or doubtful, about one row on its own: null where nothing is. */
export type RowCheck<C extends Columns> = (row: Partial<RowOf<C>>) => (Finding & { column: string }) | null;

/** One CSV file: its columns, what identifies a row, and what must hold within a row. */
export interface Table<C extends Columns = Columns> {
  readonly name: string;
  readonly title: string;
  readonly columns: C;
  /** Columns that together may stand in the file only once; [] where rows may repeat. */
  readonly key: readonly (keyof C & string)[];
  readonly rowChecks: readonly RowCheck<C>[];
}

export function table<const C extends Columns>(definition: Table<C>): Table<C> {
  return definition;
}

/** Refuses (`WRONG_ARGUMENT`) what is no table. */
export function checkTable(value: unknown): void {
  const isTable = isObject(value) && "columns" in value && isObject(value.columns) && hasLists(value, ["key"]);
  checkArgument(isTable, { argument: "table", found: value, allowed: "one of `tables`, as tables.arms" });
}

export function fileOf({ name }: Pick<Table, "name">): string {
  return `${name}.csv`;
}

export function camelCase(name: string): string {
  return name.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}
