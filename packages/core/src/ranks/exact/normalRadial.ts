import { normalCdf } from "../../numerics/normal.js";
import { narrowWedge } from "./narrowWedge.js";
import type { Radial } from "./radial.js";

const fall = (q: number): number => Math.exp(-0.5 * q);

/** The normal distribution; what completes a wide wedge is a narrow one (Owen 1956, Annals of Mathematical Statistics 27:1075-1090). */
export const normalRadial: Radial = {
  cdf: (a) => normalCdf(a),
  fall,
  widening: () => 1,
  wedge: (h, a) => {
    if (a <= 1) return narrowWedge(fall, h, a);
    const here = normalCdf(-h);
    if (a === Number.POSITIVE_INFINITY) return 0.5 * here;
    const there = normalCdf(-a * h);
    return 0.5 * (here + there) - here * there - narrowWedge(fall, a * h, 1 / a);
  },
};
