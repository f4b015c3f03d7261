/** The recursion of polynomials that are orthogonal over the values of a moderator. */
export interface PolynomialRecursion {
  /** One for each degree. */
  readonly alpha: readonly number[];
  /** Squared lengths, from degree −1 (1) and 0 (k) on. */
  readonly norm2: readonly number[];
}

/**
 * Polynomials of degree 0, 1, … orthogonal over x, by p₍ⱼ₊₁₎ = (x − αⱼ)pⱼ − (nⱼ/n₍ⱼ₋₁₎)p₍ⱼ₋₁₎.
 *
 * Forsythe 1957, Journal of the Society for Industrial and Applied Mathematics 5:74-88.
 */
export function learnPolynomials(x: Float64Array, degree: number): PolynomialRecursion {
  const alpha: number[] = [];
  const norm2 = [1, x.length];
  let before = new Float64Array(x.length);
  let current = new Float64Array(x.length).fill(1);
  for (let j = 0; j < degree; j++) {
    const n = norm2.at(-1)!;
    alpha.push(x.reduce((sum, each, i) => sum + (each / n) * current[i]! ** 2, 0));
    const next = step(x, current, before, { alpha: alpha[j]!, ratio: n / norm2.at(-2)! });
    before = current;
    current = next;
    norm2.push(next.reduce((sum, each) => sum + each * each, 0));
  }
  return { alpha, norm2 };
}

/** The polynomials of degree 1, 2, … at x, each of length 1 over the values that the recursion was learnt from. */
export function polynomialColumns(x: Float64Array, { alpha, norm2 }: PolynomialRecursion): readonly Float64Array[] {
  let before = new Float64Array(x.length);
  let current = new Float64Array(x.length).fill(1);
  return alpha.map((each, j) => {
    const next = step(x, current, before, { alpha: each, ratio: norm2[j + 1]! / norm2[j]! });
    before = current;
    current = next;
    const length = Math.sqrt(norm2[j + 2]!);
    return next.map((value) => value / length);
  });
}

function step(
  x: Float64Array,
  current: Float64Array,
  before: Float64Array,
  { alpha, ratio }: { readonly alpha: number; readonly ratio: number },
): Float64Array<ArrayBuffer> {
  return Float64Array.from(x, (each, i) => (each - alpha) * current[i]! - ratio * before[i]!);
}
