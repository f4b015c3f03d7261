import type { FittedRandom } from "../result.js";
import type { StructureId } from "../structures/index.js";

/**
 * Random effects as a comparison sees them: what counts is which effects share one, whatever names columns and groups have.
 * An intercept is one variance and the groups of effects that share it.
 */
export type ComparedTerm = {
  readonly label: string;
  readonly variances: readonly string[];
} & (
  | { readonly structure: "intercept"; readonly groups: Partition }
  | { readonly structure: "known"; readonly levels: Partition; readonly correlation: readonly (readonly number[])[] }
  | {
      readonly structure: Exclude<StructureId, "ID">;
      readonly groups: Partition;
      readonly levels: Partition;
      readonly m: number;
      /** Places of the levels, in structures in which it matters which comes after which; their values where distances do. */
      readonly positions: readonly number[] | null;
    }
);

/** For each effect the number of its part; parts are numbered as they come. */
export type Partition = readonly number[];

export function termOf(random: FittedRandom): ComparedTerm {
  const { label, structure, outer, inner, levels, correlation, components } = random;
  const variances = components.flatMap(({ kind, name }) => (kind === "variance" ? [name] : []));
  const named = { label, variances };
  if (structure === "known") return { ...named, structure, levels: inner, correlation: correlation! };
  if (structure === "ID" || levels.length === 1)
    return {
      ...named,
      structure: "intercept",
      groups: partition(outer.map((group, i) => group * levels.length + inner[i]!)),
    };
  return {
    ...named,
    structure,
    groups: partition(outer),
    levels: partition(inner),
    m: levels.length,
    positions: positionsOf(random),
  };
}

function positionsOf({ structure, inner, levels }: FittedRandom): readonly number[] | null {
  if (structure === "CAR") return inner.map((level) => Number(levels[level]));
  return structure === "AR" || structure === "HAR" ? inner : null;
}

/** An effect of each effect by itself: the τ² of `pool` and `metaRegression`. */
export function ofEachEffect(k: number): ComparedTerm {
  return {
    label: "effect",
    variances: ["tau2"],
    structure: "intercept",
    groups: Array.from({ length: k }, (_, i) => i),
  };
}

/** The same parts, numbered as they come. */
function partition(parts: readonly number[]): Partition {
  const numbers = new Map<number, number>();
  return parts.map((part) => {
    if (!numbers.has(part)) numbers.set(part, numbers.size);
    return numbers.get(part)!;
  });
}

/** Effects of the same part in both. */
export function both(a: Partition, b: Partition): Partition {
  const most = Math.max(...b) + 1;
  return partition(a.map((part, i) => part * most + b[i]!));
}

export function areSame(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((each, i) => each === b[i]);
}
