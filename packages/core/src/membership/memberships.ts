import { messages } from "../errors/messages.js";
import { metaError } from "../errors/metaError.js";

/** The members of a term, and how much each effect has of which. */
export interface Memberships {
  readonly column: string;
  readonly names: readonly string[];
  /** For each effect the places of its members, with the amounts. */
  readonly rows: readonly (readonly (readonly [place: number, amount: number])[])[];
}

/** P2 before P10. */
const inOrder = new Intl.Collator("en", { numeric: true });

type Row = Readonly<{ study: string }>;

/** Reads the members of a term from the effects. */
export function membershipsOf(effects: readonly Row[], column: string): Memberships {
  const amounts = effects.map((effect) => amountsOf(effect, column));
  const names = [...new Set(amounts.flatMap((own) => own.map(([name]) => name)))].sort(inOrder.compare);
  if (names.length < 2) throw metaError(messages.tooFewMembers({ column, names }));
  const placeOf = new Map(names.map((name, place) => [name, place]));
  return {
    column,
    names,
    rows: amounts.map((own) => own.map(([name, amount]) => [placeOf.get(name)!, amount] as const)),
  };
}

function amountsOf(effect: Row, column: string): readonly (readonly [name: string, amount: number])[] {
  const found = (effect as Readonly<Record<string, unknown>>)[column];
  const refuse = (what: unknown) => metaError(messages.badMembers({ study: effect.study, column, found: what }));
  if (Array.isArray(found)) {
    const names: readonly unknown[] = found;
    const repeated = names.find((name, i) => names.indexOf(name) < i);
    if (repeated !== undefined || !names.every((name) => typeof name === "string" && name !== "")) throw refuse(found);
    return names.map((name) => [name as string, 1]);
  }
  if (typeof found !== "object" || found === null) throw refuse(found);
  const amounts = Object.entries(found as Readonly<Record<string, unknown>>);
  if (!amounts.every(([, amount]) => typeof amount === "number" && Number.isFinite(amount))) throw refuse(found);
  return amounts.filter(([, amount]) => amount !== 0) as readonly (readonly [string, number])[];
}
