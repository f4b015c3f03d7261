/** A complex number. */
export interface Complex {
  readonly re: number;
  readonly im: number;
}

const POINTS = 32;

/**
 * The function at t > 0 whose Laplace transform is given, for a transform whose singularities all lie on the negative
 * real axis and that is real on the positive one: the trapezoidal rule on a contour around that axis. The error falls
 * as e^(−1.36 n) in the number of points; 32 leave only rounding.
 *
 * Trefethen, Weideman & Schmelzer 2006, BIT Numerical Mathematics 46:653-670, eq. 3.1.
 */
export function invertLaplace(transform: (p: Complex) => Complex, t: number): number {
  let sum = 0;
  for (const { z, weight } of contour) {
    const { re, im } = transform({ re: z.re / t, im: z.im / t });
    sum += weight.re * re - weight.im * im;
  }
  return (2 * sum) / t;
}

/** Points z on the upper half of the contour, with e^z z′/(i n). */
const contour: readonly { readonly z: Complex; readonly weight: Complex }[] = Array.from(
  { length: POINTS / 2 },
  (_, index) => {
    const theta = ((2 * index + 1) * Math.PI) / POINTS;
    const inner = 0.6407 * theta;
    const cotangent = 1 / Math.tan(inner);
    const z = { re: POINTS * (0.5071 * theta * cotangent - 0.6122), im: POINTS * 0.2645 * theta };
    const slope = { re: POINTS * 0.5071 * (cotangent - inner / Math.sin(inner) ** 2), im: POINTS * 0.2645 };
    const size = Math.exp(z.re) / POINTS;
    const [cos, sin] = [size * Math.cos(z.im), size * Math.sin(z.im)];
    return { z, weight: { re: cos * slope.im + sin * slope.re, im: sin * slope.im - cos * slope.re } };
  },
);
