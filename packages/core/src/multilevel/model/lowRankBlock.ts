import {
  cholesky,
  choleskyLogDeterminant,
  choleskySolve,
  forwardSolve,
  semidefiniteCholesky,
} from "../../linear/cholesky.js";
import type { Covariance } from "../structures/structure.js";
import type { BlockMemory, FactorisedBlock, GroupInBlock, MarginalBlock, RowRange } from "./block.js";

/** A group of several rows, whose levels are columns of Z, from `first` on. */
interface SharedGroup extends GroupInBlock {
  readonly first: number;
}

/** M = D + ZFF′Z′ of a block, with D diagonal and F block-diagonal. */
interface Parts {
  readonly start: number;
  readonly groups: readonly (GroupInBlock | SharedGroup)[];
  /** The columns of Z in which each row has a 1. */
  readonly columns: readonly (readonly number[])[];
  readonly q: number;
  readonly d: Float64Array;
  readonly roots: readonly { readonly first: number; readonly m: number; readonly F: Float64Array }[];
}

interface Factorised extends FactorisedBlock {
  readonly logDet: number;
}

/**
 * A block of rows with independent sampling errors that share few random effects; those of one row each belong to the
 * diagonal D. With K = I + F′Z′D⁻¹ZF, M⁻¹ = D⁻¹ − D⁻¹ZFK⁻¹F′Z′D⁻¹ and |M| = |D||K|: n q² + q³ operations for n rows and
 * q shared effects.
 *
 * Harville 1977, Journal of the American Statistical Association 72:320-338, sec. 4.
 */
export function lowRankBlock(range: RowRange, v: ArrayLike<number>): MarginalBlock {
  const { start, end } = range;
  let q = 0;
  const groups = range.groups.map((group) => {
    if (group.rows.length === 1) return group;
    const first = q;
    q += group.levels.length;
    return { ...group, first };
  });
  const alone = groups.filter((group) => !isShared(group));
  const shared = groups.filter(isShared);
  const columns: number[][] = Array.from({ length: end - start }, () => []);
  for (const { rows, levelOf, first } of shared)
    for (const [a, row] of rows.entries()) columns[row - start]!.push(first + levelOf[a]!);
  const factorise = (covariances: readonly Covariance[]): Factorised | null => {
    const d = Float64Array.from(v);
    for (const { term, rows, levels, width } of alone)
      d[rows[0]! - start]! += covariances[term]!.G[levels[0]! * width + levels[0]!]!;
    const roots = rootsOf(shared, covariances);
    return d.every((each) => each > 0) && roots !== null ? factorised({ start, groups, columns, q, d, roots }) : null;
  };
  return { ...range, size: 0, memory: () => remembering(factorise) };
}

/** Keeps what was computed last. */
function remembering(factorise: (covariances: readonly Covariance[]) => Factorised | null): BlockMemory {
  let last: Factorised | null = null;
  return {
    factorise: (covariances) => {
      last = factorise(covariances);
      return last === null ? null : last.logDet;
    },
    solve: (b, target) => last!.solve(b, target),
    inverseSums: (group, target) => last!.inverseSums(group, target),
    inverseDiagonal: (target) => last!.inverseDiagonal(target),
  };
}

function isShared(group: GroupInBlock | SharedGroup): group is SharedGroup {
  return "first" in group;
}

function rootsOf(shared: readonly SharedGroup[], covariances: readonly Covariance[]): Parts["roots"] | null {
  const roots: Parts["roots"][number][] = [];
  for (const { term, levels, width, first } of shared) {
    const m = levels.length;
    const own = new Float64Array(m * m);
    for (let i = 0; i < m; i++)
      for (let j = 0; j < m; j++) own[i * m + j] = covariances[term]!.G[levels[i]! * width + levels[j]!]!;
    const F = semidefiniteCholesky(own, m);
    if (F === null) return null;
    roots.push({ first, m, F });
  }
  return roots;
}

function factorised(parts: Parts): Factorised | null {
  const { start, groups, columns, q, d } = parts;
  const n = d.length;
  const H = incidenceProducts(parts);
  const HF = new Float64Array(q * q);
  for (let row = 0; row < q; row++) HF.set(timesRoots(parts, H.subarray(row * q, (row + 1) * q)), row * q);
  const K = new Float64Array(q * q);
  for (let column = 0; column < q; column++) {
    const own = timesRoots(
      parts,
      Float64Array.from({ length: q }, (_, row) => HF[row * q + column]!),
    );
    for (let row = 0; row < q; row++) K[row * q + column] = own[row]! + (row === column ? 1 : 0);
  }
  const L = cholesky(K, q);
  if (L === null) return null;
  let logDet = choleskyLogDeterminant(L, q);
  for (let a = 0; a < n; a++) logDet += Math.log(d[a]!);
  let halves: readonly Float64Array[] | null = null;
  return {
    logDet,
    solve: (b, target) => {
      const sums = new Float64Array(q);
      for (let a = 0; a < n; a++) for (const column of columns[a]!) sums[column]! += b[start + a]! / d[a]!;
      const effects = rootsTimes(parts, choleskySolve(L, timesRoots(parts, sums)));
      for (let a = 0; a < n; a++) {
        let rest = b[start + a]!;
        for (const column of columns[a]!) rest -= effects[column]!;
        target[start + a] = rest / d[a]!;
      }
    },
    inverseSums: (g, target) => {
      const group = groups[g]!;
      if (!isShared(group)) {
        target[0] = atRow(parts, L, group.rows[0]! - start);
        return;
      }
      halves ??= Array.from({ length: q }, (_, row) => forwardSolve(L, HF.subarray(row * q, (row + 1) * q)));
      sumsOf(group, H, halves, target);
    },
    inverseDiagonal: (target) => {
      for (let a = 0; a < n; a++) target[start + a] = atRow(parts, L, a);
    },
  };
}

/** H = Z′D⁻¹Z, row by row. */
function incidenceProducts({ columns, q, d }: Parts): Float64Array {
  const H = new Float64Array(q * q);
  for (let a = 0; a < d.length; a++)
    for (const i of columns[a]!) for (const j of columns[a]!) H[i * q + j]! += 1 / d[a]!;
  return H;
}

/** F′x */
function timesRoots({ roots, q }: Parts, x: Float64Array): Float64Array {
  const out = new Float64Array(q);
  for (const { first, m, F } of roots)
    for (let i = 0; i < m; i++) for (let j = 0; j <= i; j++) out[first + j]! += F[i * m + j]! * x[first + i]!;
  return out;
}

/** Fx */
function rootsTimes({ roots, q }: Parts, x: Float64Array): Float64Array {
  const out = new Float64Array(q);
  for (const { first, m, F } of roots)
    for (let i = 0; i < m; i++) for (let j = 0; j <= i; j++) out[first + i]! += F[i * m + j]! * x[first + j]!;
  return out;
}

/** The rows and columns of Z′M⁻¹Z = H − HFK⁻¹F′H that belong to a group. */
function sumsOf(
  { levels, first }: SharedGroup,
  H: Float64Array,
  halves: readonly Float64Array[],
  target: Float64Array,
): void {
  const q = halves.length;
  const m = levels.length;
  for (let i = 0; i < m; i++)
    for (let j = 0; j < m; j++) {
      let sum = H[(first + i) * q + first + j]!;
      for (let c = 0; c < q; c++) sum -= halves[first + i]![c]! * halves[first + j]![c]!;
      target[i * m + j] = sum;
    }
}

/** M⁻¹ at one row and the same column. */
function atRow(parts: Parts, L: Float64Array, row: number): number {
  const { columns, q, d } = parts;
  const scaled = new Float64Array(q);
  for (const column of columns[row]!) scaled[column] = 1 / d[row]!;
  let value = 1 / d[row]!;
  for (const each of forwardSolve(L, timesRoots(parts, scaled))) value -= each * each;
  return value;
}
