import { gram } from "./gram.js";
import { dot } from "./orthogonalise.js";
import { rangeOf } from "./range.js";

/** Traces of (I − QQ′)S, Q orthonormal columns and S = diag(s). */
export interface ProjectionTraces {
  /** tr((I − QQ′)S), not below its least possible value (k − p) min(s). */
  readonly first: number;
  /** tr((I − QQ′)S(I − QQ′)S) */
  readonly second: number;
}

/** The first alone, in O(kp). */
export function projectionTrace(Q: readonly Float64Array[], s: Float64Array): number {
  const free = new Float64Array(s.length).fill(1);
  for (const q of Q) for (let i = 0; i < q.length; i++) free[i]! -= q[i]! * q[i]!;
  let first = 0;
  for (let i = 0; i < s.length; i++) first += s[i]! * Math.max(free[i]!, 0);
  return Math.max(first, (s.length - Q.length) * rangeOf(s).lowest);
}

/** What is left of tr(SS) in the second trace, in parts of it, below which rounding shows in a difference. */
const DOMINATED = 1e-3;

/**
 * Both in O(kp²): the second is Σs²(1 − 2h) + tr(Q′SQQ′SQ), h the leverages; where little is left, because one row dominates,
 * it is summed from positive terms over pairs of rows.
 */
export function projectionTraces(Q: readonly Float64Array[], s: Float64Array): ProjectionTraces {
  const first = projectionTrace(Q, s);
  const shares = gram(Q, s);
  let all = 0;
  for (const each of s) all += each * each;
  let second = all + dot(shares, shares);
  for (const q of Q) for (let i = 0; i < q.length; i++) second -= 2 * (s[i]! * q[i]!) ** 2;
  return { first, second: second > DOMINATED * all ? second : overPairs(Q, s) };
}

function overPairs(Q: readonly Float64Array[], s: Float64Array): number {
  const p = Q.length;
  const before = new Float64Array(p * p);
  const row = new Float64Array(p);
  let diagonal = 0;
  let pairs = 0;
  for (let i = 0; i < s.length; i++) {
    const each = s[i]!;
    let free = 1;
    for (let j = 0; j < p; j++) {
      row[j] = Q[j]![i]!;
      free -= row[j]! * row[j]!;
    }
    free = Math.max(free, 0);
    diagonal += (each * free) ** 2;
    let withBefore = 0;
    for (let j = 0; j < p; j++) {
      const part = each * row[j]!;
      for (let m = 0; m < j; m++) {
        const product = part * row[m]!;
        withBefore += 2 * product * before[j * p + m]!;
        before[j * p + m]! += product;
      }
      withBefore += part * row[j]! * before[j * p + j]!;
      before[j * p + j]! += part * row[j]!;
    }
    pairs += Math.max(withBefore, 0);
  }
  return diagonal + 2 * pairs;
}
