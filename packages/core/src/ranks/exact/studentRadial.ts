import { tCdf } from "../../numerics/studentT.js";
import { adaptiveIntegral } from "./adaptiveIntegral.js";
import { narrowWedge } from "./narrowWedge.js";
import type { Radial } from "./radial.js";
import { studentSums } from "./studentSums.js";

const TOLERANCE = 1e-11;
/** Finite sums are quicker than integrals up to some such number of degrees of freedom. */
const MOST_SUMMED = 400;

/**
 * The t distribution: normal variables divided by √(χ²/df), over which fall and widening are integrals in closed form.
 *
 * Genz 2004, Statistics and Computing 14:251-260.
 */
export function studentRadial(df: number): Radial {
  const fall = (q: number) => Math.exp(-0.5 * df * Math.log1p(q / df));
  const widening = (q: number) => Math.sqrt(1 + q / df);
  if (Number.isInteger(df) && df <= MOST_SUMMED) return { fall, widening, ...studentSums(df) };
  const cdf = (a: number) => tCdf(a, df);
  const wedge = (h: number, a: number) => {
    if (a <= 1) return narrowWedge(fall, h, a);
    if (h === 0) return Math.atan(a) / (2 * Math.PI);
    const completing = (x: number) => {
      const u = h * Math.expm1(x);
      const squared = u * u;
      return ((u + h) * fall((h * h * (1 + squared)) / squared)) / (1 + squared);
    };
    return 0.5 * cdf(-h) - adaptiveIntegral(completing, [0, Math.log1p(1 / (a * h))], TOLERANCE) / (2 * Math.PI);
  };
  return { cdf, fall, widening, wedge };
}
