import { messages } from "../../errors/messages.js";
import { metaError } from "../../errors/metaError.js";

/** How treatments are made of components. */
export interface ComponentOptions {
  /** What stands between components in the name of a treatment; "+" unless given. */
  readonly separator?: string;
  /**
   * What treatments are made of, where their names don't spell it: a list of components, [] of what has none; or how much of each,
   * `{ "half a dose": { drug: 0.5 } }`, which are the rows of the design matrix.
   */
  readonly components?: Readonly<Record<string, readonly string[] | Readonly<Record<string, number>>>>;
  /** A component without an effect, such as placebo: what all others are measured against. */
  readonly inactive?: string;
  /** Components that do more or less together than the sum of them: ["A*B"]. */
  readonly interactions?: readonly string[];
}

/** A treatment as the components that have an effect, and how much of each. */
export interface Combination {
  readonly treatment: string;
  readonly components: readonly string[];
  readonly amounts: readonly number[];
}

/**
 * The components of each treatment, without the inactive one. Refuses (`EMPTY_COMPONENT`) names such as "A++B", and
 * (`UNKNOWN_COMPONENT`) an inactive component that no treatment has.
 */
export function combinationsOf(
  treatments: readonly string[],
  { separator = "+", components = {}, inactive }: ComponentOptions,
): readonly Combination[] {
  const all = treatments.map((treatment) => {
    const told = Object.hasOwn(components, treatment) ? components[treatment]! : null;
    return {
      treatment,
      amountOf: told === null ? spelled(treatment, separator) : amountsIn(treatment, told, separator),
    };
  });
  const known = [...new Set(all.flatMap(({ amountOf }) => [...amountOf.keys()]))];
  if (inactive !== undefined && !known.includes(inactive))
    throw metaError(messages.unknownComponent({ option: "inactive", found: inactive, known }));
  return all.map(({ treatment, amountOf }) => withoutInactive(treatment, amountOf, inactive ?? null));
}

/** The components that a name spells, one of each. */
export function spelledCombination(name: string, separator: string, inactive: string | null): Combination {
  return withoutInactive(name, spelled(name, separator), inactive);
}

function withoutInactive(
  treatment: string,
  amountOf: ReadonlyMap<string, number>,
  inactive: string | null,
): Combination {
  const active = [...amountOf].filter(([component, amount]) => component !== inactive && amount !== 0);
  return { treatment, components: active.map(([component]) => component), amounts: active.map(([, amount]) => amount) };
}

function spelled(name: string, separator: string): ReadonlyMap<string, number> {
  return amountsIn(
    name,
    name.split(separator).map((part) => part.trim()),
    separator,
  );
}

function amountsIn(
  treatment: string,
  told: readonly string[] | Readonly<Record<string, number>>,
  separator: string,
): ReadonlyMap<string, number> {
  const pairs = Array.isArray(told) ? told.map((part: string) => [part, 1] as const) : Object.entries(told);
  if (pairs.some(([part]) => part.trim() === "")) throw metaError(messages.emptyComponent({ treatment, separator }));
  return new Map(pairs);
}
