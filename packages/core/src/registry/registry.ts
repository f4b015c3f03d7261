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
 *
 * @example
 * const methods = registry([dersimonianLaird, reml]);
 * methods.DL.label; // "DerSimonian-Laird"
 */
export function registry<const Entries extends readonly Registered[]>(entries: Entries): Registry<Entries[number]> {
  return Object.freeze(Object.fromEntries(entries.map((entry) => [entry.id, entry]))) as Registry<Entries[number]>;
}
