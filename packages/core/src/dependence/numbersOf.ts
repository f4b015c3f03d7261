import { messages } from "../errors/messages.js";
import { metaError } from "../errors/metaError.js";
import { columnOf, type Row } from "../multilevel/random/columns.js";

/** A column of numbers that hold a condition, which `allowed` states. */
export function numbersOf(
  effects: readonly Row[],
  column: string,
  { holds, allowed }: { readonly holds: (value: number) => boolean; readonly allowed: string },
): Float64Array {
  return Float64Array.from(columnOf(effects, column), (value, row) => {
    if (typeof value === "number" && holds(value)) return value;
    throw metaError(
      messages.columnNotNumeric({ study: effects[row]!.study, column, found: effects[row]![column], allowed }),
    );
  });
}
