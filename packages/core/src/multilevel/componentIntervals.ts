import { checkLevel } from "../errors/check.js";
import { messages } from "../errors/messages.js";
import { metaError } from "../errors/metaError.js";
import { findRoot } from "../numerics/findRoot.js";
import { freeze } from "../numerics/freeze.js";
import { type Box, minimiseInBox } from "../numerics/minimiseInBox.js";
import { chiSquareCritical } from "../numerics/quantileCache.js";
import type { Bounds } from "../pool/result.js";
import { curvedLikelihood } from "./model/curvedLikelihood.js";
import type { MarginalModel } from "./model/marginalModel.js";
import { restore } from "./restore.js";
import type { Multilevel } from "./result.js";
import { boundsOf } from "./search/maximise.js";
import { unitOf } from "./unitOf.js";

/** The interval of a variance or a correlation; null for correlations that are no parameter of the search by themselves. */
export interface ComponentInterval {
  readonly random: string;
  readonly name: string;
  readonly estimate: number;
  readonly ci: Bounds | null;
}

/**
 * Profile-likelihood intervals of the variances and correlations of a multilevel model: the values whose highest
 * likelihood is less than ½χ²₁ below the maximum. A limit at a bound of the parameter (0 for a variance) is that bound; a
 * variance that nothing limits from above has `Number.MAX_VALUE`. Of an unstructured covariance matrix the correlations with
 * the first level have an interval, the others none: make another level the first.
 *
 * @param fit A result of {@link multilevel}.
 * @param options `level`, that of the fit unless given.
 *
 * Throws `NOT_A_FIT`, `UNKNOWN_OPTION`, `LEVEL_OUT_OF_RANGE`.
 *
 * Hardy & Thompson 1996, Statistics in Medicine 15:619-629, sec. 2.3; Venzon & Moolgavkar 1988, Applied Statistics
 * 37:87-94.
 *
 * @example
 * import { componentIntervals, multilevel } from "@acumeta/core";
 * const effects = [
 *   { study: "A", measure: "SMD", yi: 0.1, vi: 0.02 },
 *   { study: "A", measure: "SMD", yi: 0.3, vi: 0.03 },
 *   { study: "B", measure: "SMD", yi: 0.7, vi: 0.05 },
 *   { study: "C", measure: "SMD", yi: 0.3, vi: 0.01 },
 * ] as const;
 * const [tau2] = componentIntervals(multilevel(effects, { random: "~ 1 | study" }));
 * tau2.ci.lower; // => 0
 * tau2.ci.upper; // => 0.9996
 */
export function componentIntervals(
  fit: Multilevel,
  options: { readonly level?: number } = {},
): readonly ComponentInterval[] {
  const { prepared, theta } = restore(fit);
  const unknown = typeof options === "object" && options !== null ? Object.keys(options) : [options];
  const strange = unknown.find((name) => name !== "level");
  if (strange !== undefined) throw metaError(messages.unknownOption({ found: strange, known: ["level"] }));
  const { level = fit.choices.level } = options;
  checkLevel(level);
  const { model, scale } = prepared;
  const box = boundsOf(model.terms);
  const places = model.terms.flatMap(({ parameters, label, levels }, t) =>
    parameters.map((parameter, i) => ({
      parameter,
      label,
      m: levels.names.length,
      i,
      component: fit.random[t]!.components[i]!,
    })),
  );
  return freeze(
    places.map(({ parameter, label, m, i, component }, place): ComponentInterval => {
      const { name, value } = component;
      const { kind, power } = parameter;
      if (kind === "angle" && !isWithFirstLevel(i - m)) return { random: label, name, estimate: value, ci: null };
      const limits = profileLimits(model, theta, box, { place, level });
      const reported = (x: number): number => {
        if (kind === "angle") return Math.cos(x);
        return Math.min((unitOf(kind, scale) * x) ** power, Number.MAX_VALUE);
      };
      const [a, b] = limits.map(reported) as [number, number];
      return {
        random: label,
        name,
        estimate: value,
        ci: { lower: Math.min(a, b), upper: Math.max(a, b), level, method: "profile likelihood" },
      };
    }),
  );
}

/** Whether an element of a lower triangle without its diagonal, counted row by row, stands in the first column. */
function isWithFirstLevel(place: number): boolean {
  let row = 1;
  let left = place;
  while (left >= row) left -= row++;
  return left === 0;
}

/** Where the profile of one parameter has fallen by ½χ²₁, to both sides. */
function profileLimits(
  model: MarginalModel,
  theta: Float64Array,
  box: Box,
  { place, level }: { readonly place: number; readonly level: number },
): readonly [number, number] {
  const highest = curvedLikelihood(model, theta).value;
  const drop = 0.5 * chiSquareCritical(level, 1);
  const beyond = (value: number): number => {
    const fixed = (bounds: readonly number[]) => bounds.map((bound, i) => (i === place ? value : bound));
    const start = theta.map((each, i) => (i === place ? value : each));
    const held = { lower: fixed(box.lower), upper: fixed(box.upper) };
    return minimiseInBox((x) => curvedLikelihood(model, x), start, held).value - highest - drop;
  };
  const at = theta[place]!;
  const side = (bound: number, outwards: (distance: number) => number): number => {
    let inner = at;
    for (let distance = Math.max(0.1 * Math.abs(at), 1e-3); ; distance *= 2) {
      const outer = outwards(distance);
      const isAtBound = Number.isFinite(bound) && Math.abs(outer - at) >= Math.abs(bound - at);
      const end = isAtBound ? bound : outer;
      const height = beyond(end);
      if (height > 0) return findRoot(beyond, [inner, end], { tolerance: 1e-10 }).x;
      if (isAtBound) return bound;
      if (distance > 1e12) return Number.POSITIVE_INFINITY;
      inner = end;
    }
  };
  return [side(box.lower[place]!, (distance) => at - distance), side(box.upper[place]!, (distance) => at + distance)];
}
