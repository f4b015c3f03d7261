import { normalCdf } from "../numerics/normal.js";
import { tTwoSided } from "../numerics/studentT.js";
import type { Differences } from "./differences.js";

/**
 * The probability that the one at row i is better than the one at column j by at least `mid`, row by row; 0 on the diagonal,
 * ½ for each of two that are the same without doubt where `mid` is 0.
 */
export function superiority(
  { difference, se }: Differences,
  { df, mid = 0 }: { readonly df: number | null; readonly mid?: number },
): Float64Array {
  const n = Math.sqrt(difference.length);
  const tail = df === null ? (z: number) => normalCdf(-z) : (z: number) => 0.5 * tTwoSided(z, df);
  const out = new Float64Array(n * n);
  const above = (place: number) => {
    const beyond = difference[place]! - mid;
    if (se[place] === 0) return beyond === 0 && mid === 0 ? 0.5 : beyond >= 0 ? 1 : 0;
    const z = beyond / se[place]!;
    return z < 0 ? tail(-z) : 1 - tail(z);
  };
  for (let i = 0; i < n; i++)
    for (let j = 0; j < i; j++) {
      const [worse, better] = difference[i * n + j]! < 0 ? [i * n + j, j * n + i] : [j * n + i, i * n + j];
      out[worse] = above(worse);
      out[better] = mid === 0 ? 1 - out[worse]! : above(better);
    }
  return out;
}
