import { messages } from "../../errors/messages.js";
import { metaError } from "../../errors/metaError.js";
import type { Combination } from "./combinations.js";

/** A column of the model: a component, or components that interact. */
export interface ComponentColumn {
  readonly name: string;
  readonly parts: readonly string[];
}

/**
 * Components in alphabetical order, then the interactions. Refuses interactions of unknown components (`UNKNOWN_COMPONENT`), of
 * components never together (`NEVER_TOGETHER`), and the same one again (`REPEATED_INTERACTION`).
 */
export function componentColumns(
  combinations: readonly Combination[],
  interactions: readonly string[] = [],
): readonly ComponentColumn[] {
  const known = [...new Set(combinations.flatMap(({ components }) => components))].sort();
  const columns = known.map((name): ComponentColumn => ({ name, parts: [name] }));
  for (const interaction of interactions)
    columns.push(interactionColumn(interaction, { combinations, known, columns }));
  return columns;
}

function interactionColumn(
  interaction: string,
  {
    combinations,
    known,
    columns,
  }: {
    readonly combinations: readonly Combination[];
    readonly known: readonly string[];
    readonly columns: readonly ComponentColumn[];
  },
): ComponentColumn {
  const parts = [...new Set(interaction.split("*").map((part) => part.trim()))];
  const unknown = parts.find((part) => !known.includes(part));
  if (unknown !== undefined)
    throw metaError(messages.unknownComponent({ option: "interactions", found: unknown, known }));
  const column = { name: parts.join("*"), parts };
  if (parts.length < 2 || combinations.every((each) => amountOf(each, column) === 0))
    throw metaError(messages.neverTogether({ interaction }));
  const repeats = columns.some((other) => other.name === column.name || isSame(other.parts, parts));
  if (repeats) throw metaError(messages.repeatedInteraction({ interaction }));
  return column;
}

const isSame = (some: readonly string[], others: readonly string[]): boolean =>
  some.length === others.length && some.every((part) => others.includes(part));

/** How much of a column a treatment has: of an interaction the product of its parts. */
export function amountOf(
  { components, amounts }: Pick<Combination, "components" | "amounts">,
  { parts }: Pick<ComponentColumn, "parts">,
): number {
  return parts.reduce((product, part) => product * (amounts[components.indexOf(part)] ?? 0), 1);
}
