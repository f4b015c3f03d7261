import { dot } from "../linear/products.js";
import { byRows, gram } from "./gram.js";
import { leverages } from "./leverages.js";
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
  return firstTrace(leverages(Q, s.length), s, Q.length);
}

/** What is left of tr(SS) in the second trace, in parts of it, below which rounding shows in a difference. */
const DOMINATED = 1e-3;

/**
 * Both in O(kp²): the second is Σs²(1 − 2h) + tr(Q′SQQ′SQ), h the leverages; where little is left, because one row dominates,
 * it is summed from positive terms over pairs of rows.
 */
export function projectionTraces(Q: readonly Float64Array[], s: Float64Array): ProjectionTraces {
  const h = leverages(Q, s.length);
  const shares = gram(byRows(Q), s);
  let all = 0;
  let second = dot(shares, shares);
  for (let i = 0; i < s.length; i++) {
    const square = s[i]! * s[i]!;
    all += square;
    second += square * (1 - 2 * h[i]!);
  }
  return { first: firstTrace(h, s, Q.length), second: second > DOMINATED * all ? second : overPairs(Q, s) };
}

function firstTrace(h: Float64Array, s: Float64Array, p: number): number {
  let first = 0;
  for (let i = 0; i < s.length; i++) first += s[i]! * Math.max(1 - h[i]!, 0);
  return Math.max(first, (s.length - p) * rangeOf(s).lowest);
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
