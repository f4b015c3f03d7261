import { shapeMessages } from "../problems/messages.js";
import type { Finding } from "../problems/problem.js";
import { nearestTo } from "../text/nearestTo.js";
import type { Table } from "./table.js";

export interface Header {
  readonly names: readonly string[];
  readonly problems: readonly (Finding & { readonly column: string | null })[];
}

/** The names of a header line, and what is wrong with them; a column that may be blank throughout may be missing. */
export function checkHeader({ columns }: Pick<Table, "columns">, cells: readonly string[]): Header {
  const names = cells.map((cell) => cell.trim());
  const known = Object.keys(columns);
  const missing = known.filter((name) => !names.includes(name));
  const unknown = names.filter((name) => name !== "" && !known.includes(name));
  const problems = [
    ...missing
      .filter((name) => !columns[name]!.safeParse("").success)
      .map((name) => ({ column: name, ...shapeMessages.missingColumn(nearestTo(name, unknown)) })),
    ...names
      .filter((name, index) => name !== "" && names.indexOf(name) < index)
      .map((name) => ({ column: name, ...shapeMessages.duplicateColumn() })),
    ...[...new Set(unknown)].map((name) => ({
      column: name,
      ...shapeMessages.unknownColumn(nearestTo(name, missing)),
    })),
  ];
  return { names, problems };
}
