import { messages } from "../errors/messages.js";
import { metaError } from "../errors/metaError.js";

/** What every registered choice says of itself. */
export interface Registered<Id extends string = string> {
  readonly id: Id;
  readonly label: string;
  /** Author, year, journal, equation: where the method was published. */
  readonly citation: string;
}

export type Registry<Entry extends Registered> = Readonly<{ [E in Entry as E["id"]]: E }>;

/**
 * A frozen lookup by id of a list of choices. Types, help texts and menus follow from it.
 * Two choices of one id are refused (`REPEATED_ID`).
 *
 * @example
 * import { registry } from "@acumeta/core";
 * const methods = registry([{ id: "DL", label: "DerSimonian-Laird", citation: "DerSimonian & Laird 1986" }]);
 * methods.DL.label; // => "DerSimonian-Laird"
 */
export function registry<const Entries extends readonly Registered[]>(entries: Entries): Registry<Entries[number]> {
  const ids = entries.map(({ id }) => id);
  const repeated = ids.find((id, i) => ids.indexOf(id) < i);
  if (repeated !== undefined) throw metaError(messages.repeatedId({ id: repeated }));
  return Object.freeze(Object.fromEntries(entries.map((entry) => [entry.id, entry]))) as Registry<Entries[number]>;
}
