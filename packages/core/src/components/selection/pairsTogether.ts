import type { Combination } from "../design/combinations.js";
import type { ComponentColumn } from "../design/componentColumns.js";

/** Every two components that a treatment has together, in alphabetical order; none of those whose names would be misread. */
export function pairsTogether(combinations: readonly Combination[]): readonly ComponentColumn[] {
  const pairs = combinations.flatMap(({ components }) => {
    const sorted = components.filter((name) => !name.includes("*")).toSorted();
    return sorted.flatMap((one, i) => sorted.slice(i + 1).map((other) => [one, other] as const));
  });
  const byName = new Map(pairs.map((parts) => [parts.join("*"), parts]));
  return [...byName.keys()].sort().map((name) => ({ name, parts: byName.get(name)! }));
}
