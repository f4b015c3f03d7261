/** ln P of a tail beyond x, and x times its density over P: the slope of ln P against ln x, up to sign. */
export interface LogTail {
  readonly logP: number;
  readonly slope: number;
}

const MAX_ITERATIONS = 200;

/**
 * The x > 0 at which a tail probability is p, by Newton's method for ln P against ln x.
 *
 * In these coordinates the tails of the gamma and t distributions are concave, so that the steps converge from any
 * start, and on nearly straight lines, so that few are needed even for p = 1e-300.
 */
export function invertLogTail(tail: (x: number) => LogTail, p: number, start: number): number {
  const target = Math.log(p);
  let x = start;
  for (let i = 0; i < MAX_ITERATIONS; i++) {
    const { logP, slope } = tail(x);
    const step = (target - logP) / slope;
    const next = x * Math.exp(step);
    if (!Number.isFinite(next)) return step > 0 ? Infinity : x;
    x = next;
    if (Math.abs(step) < 1e-9) return x;
  }
  return x;
}
