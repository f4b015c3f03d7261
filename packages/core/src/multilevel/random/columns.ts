import { messages } from "../../errors/messages.js";
import { metaError } from "../../errors/metaError.js";

/** Effects with whatever columns they carry besides their estimate. */
export type Row = Readonly<Record<string, unknown>> & { readonly study: string };

/** The values of one column, of every effect; "effect" is each effect by itself where there is no such column. */
export function columnOf(rows: readonly Row[], name: string): readonly (string | number)[] {
  if (name === "effect" && rows.every((row) => row[name] === undefined)) return rows.map((_, i) => i + 1);
  const missing = rows.filter((row) => !isLabel(row[name]));
  if (missing.length > 0) {
    const [first] = missing;
    throw metaError(
      messages.missingColumn({
        column: name,
        study: first!.study,
        found: first![name],
        rows: missing.length,
        known: [...Object.keys(rows[0]!), "effect"],
      }),
    );
  }
  const areNumbers = rows.every((row) => typeof row[name] === "number");
  return rows.map((row) => (areNumbers ? (row[name] as number) : String(row[name])));
}

function isLabel(value: unknown): boolean {
  return (
    typeof value === "string" || typeof value === "boolean" || (typeof value === "number" && Number.isFinite(value))
  );
}

const letters = new Intl.Collator("en");

/** The different values of a column in order (numbers by size, text by letters), and the place of each row's own. */
export function places(values: readonly (string | number)[]): {
  readonly names: readonly (string | number)[];
  readonly at: Int32Array;
} {
  const names = [...new Set(values)].sort(inOrder);
  const place = new Map(names.map((name, i) => [name, i]));
  return { names, at: Int32Array.from(values, (value) => place.get(value)!) };
}

function inOrder(a: string | number, b: string | number): number {
  if (typeof a === "number" && typeof b === "number") return a - b;
  return letters.compare(String(a), String(b));
}
