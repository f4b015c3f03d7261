import { gaussLegendre } from "../../numerics/gaussLegendre.js";
import type { Radial } from "./radial.js";

const rule = gaussLegendre([0, 1], 16);

/** P(X > h and 0 < Y < aX), for a ≤ 1: 1/2π ∫₀ᵃ fall(h²(1 + x²))/(1 + x²) dx. Owen 1956, Annals of Mathematical Statistics 27:1075-1090. */
export function narrowWedge(fall: Radial["fall"], h: number, a: number): number {
  let sum = 0;
  for (let i = 0; i < rule.points.length; i++) {
    const wider = 1 + (a * rule.points[i]!) ** 2;
    sum += (rule.weights[i]! * fall(h * h * wider)) / wider;
  }
  return (a * sum) / (2 * Math.PI);
}
