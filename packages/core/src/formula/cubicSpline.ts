import { messages } from "../errors/messages.js";
import { metaError } from "../errors/metaError.js";

/**
 * Where Harrell places knots: equally spaced quantiles, the outer ones 0.10 for three knots, 0.05 for four to six, 0.025 for
 * more. The quantiles are used however few the studies are.
 *
 * Harrell 2015, Regression Modeling Strategies, 2nd ed., table 2.3.
 */
export function defaultKnots(x: Float64Array, knots: number, text: string): readonly number[] {
  const outer = knots === 3 ? 0.1 : knots <= 6 ? 0.05 : 0.025;
  const sorted = x.toSorted();
  const found = Array.from({ length: knots }, (_, i) => quantile(sorted, outer + ((1 - 2 * outer) * i) / (knots - 1)));
  if (found.some((knot, i) => i > 0 && !(knot > found[i - 1]!)))
    throw metaError(messages.knotsCoincide({ text, knots: found }));
  return found;
}

/** The quantile between the two nearest values, linearly: Hyndman & Fan 1996, The American Statistician 50:361-365, type 7. */
function quantile(sorted: Float64Array, p: number): number {
  const place = p * (sorted.length - 1);
  const below = Math.floor(place);
  const low = sorted[below]!;
  const high = sorted[Math.min(below + 1, sorted.length - 1)]!;
  return low + (place - below) * (high - low);
}

/**
 * The restricted cubic spline of x, linear beyond the outer knots t₁ and tₖ: x itself, and for j = 1 … k − 2
 *
 *   ((x − tⱼ)₊³ − (x − t₍ₖ₋₁₎)₊³ (tₖ − tⱼ)/(tₖ − t₍ₖ₋₁₎) + (x − tₖ)₊³ (t₍ₖ₋₁₎ − tⱼ)/(tₖ − t₍ₖ₋₁₎)) / (tₖ − t₁)²
 *
 * Stone & Koo 1985; Harrell 2015, Regression Modeling Strategies, 2nd ed., sec. 2.4.5.
 */
export function splineColumns(x: Float64Array, knots: readonly number[]): readonly Float64Array[] {
  const [first, last, beforeLast] = [knots[0]!, knots.at(-1)!, knots.at(-2)!];
  const width = last - beforeLast;
  const cube = (each: number, knot: number) => Math.max(0, each - knot) ** 3;
  const bends = knots.slice(0, -2).map((knot) =>
    x.map((each) => {
      const bend =
        cube(each, knot) -
        (cube(each, beforeLast) * (last - knot)) / width +
        (cube(each, last) * (beforeLast - knot)) / width;
      return bend / (last - first) ** 2;
    }),
  );
  return [x, ...bends];
}
