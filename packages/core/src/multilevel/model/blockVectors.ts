import type { FactorisedBlock, GroupInBlock } from "./block.js";

/** M⁻¹b over all blocks. */
export function solveAll(factors: readonly FactorisedBlock[], b: Float64Array): Float64Array {
  const out = new Float64Array(b.length);
  for (let i = 0; i < factors.length; i++) factors[i]!.solve(b, out);
  return out;
}

/** Writes Z′x of a group, the sum of x over the rows of each of its levels, into `target`. */
export function sumByLevel({ rows, levels, levelOf }: GroupInBlock, x: Float64Array, target: Float64Array): void {
  for (let i = 0; i < levels.length; i++) target[i] = 0;
  for (let a = 0; a < rows.length; a++) target[levelOf[a]!]! += x[rows[a]!]!;
}

/** Adds ZGs of a group to a vector over all rows, G being given for all levels of its term. */
export function addSpread(
  { rows, levels, levelOf, width }: GroupInBlock,
  G: Float64Array,
  s: Float64Array,
  target: Float64Array,
): void {
  for (let a = 0; a < rows.length; a++) {
    const at = levels[levelOf[a]!]! * width;
    let sum = 0;
    for (let j = 0; j < levels.length; j++) sum += G[at + levels[j]!]! * s[j]!;
    target[rows[a]!]! += sum;
  }
}

/** The largest number of levels in a group. */
export function mostLevels(blocks: readonly { readonly groups: readonly GroupInBlock[] }[]): number {
  let most = 0;
  for (const { groups } of blocks) for (const { levels } of groups) most = Math.max(most, levels.length);
  return most;
}
