import { gaussLegendre } from "../../numerics/gaussLegendre.js";

const coarse = gaussLegendre([-1, 1], 12);
const fine = gaussLegendre([-1, 1], 20);
const HALVINGS = 40;

/**
 * ∫f between two ends to an absolute tolerance, for a smooth f of either sign that may vanish on most of the interval: the
 * rules of Gauss and Legendre with 12 and with 20 points, on panels that are halved until both agree.
 */
export function adaptiveIntegral(
  f: (x: number) => number,
  [start, end]: readonly [number, number],
  tolerance: number,
  halvings = HALVINGS,
): number {
  const middle = 0.5 * (start + end);
  const half = 0.5 * (end - start);
  if (half === 0) return 0;
  const rough = panel(f, middle, half, coarse);
  const better = panel(f, middle, half, fine);
  if (Math.abs(better - rough) <= tolerance || halvings === 0) return better;
  return (
    adaptiveIntegral(f, [start, middle], tolerance, halvings - 1) +
    adaptiveIntegral(f, [middle, end], tolerance, halvings - 1)
  );
}

function panel(f: (x: number) => number, middle: number, half: number, { points, weights }: typeof fine): number {
  let total = 0;
  for (let i = 0; i < points.length; i++) total += weights[i]! * f(middle + half * points[i]!);
  return half * total;
}
