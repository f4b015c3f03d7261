import { type BoxedMinimum, minimiseInBox } from "../../numerics/minimiseInBox.js";
import type { Design } from "../design.js";
import type { MixedEffects } from "../mixedEffects.js";
import { curvedLikelihood } from "./likelihood.js";
import { type LogVariances, logVariancesOf, nearest, tau2At } from "./logVariances.js";
import { startsOf } from "./starts.js";
import { toldBy } from "./toldBy.js";

/** The highest likelihood that was found. */
export interface LocationScaleMaximum {
  readonly logVariances: LogVariances;
  /** Of minus the log-likelihood, in γ. */
  readonly found: BoxedMinimum;
  readonly tau2: Float64Array;
  readonly starts: number;
  readonly iterations: number;
}

interface Asked {
  readonly design: Design;
  readonly Z: readonly Float64Array[];
  readonly isRestricted: boolean;
}

type Point = Pick<LocationScaleMaximum, "logVariances" | "found" | "tau2">;

/**
 * The maximum over log τ² = Zα, by Newton's method from several starts. Where the likelihood rises for ever as τ² of some
 * studies goes to 0, the maximum is that with τ² = 0 for them; Zα then tells only of the others.
 */
export function maximise(asked: Asked, common: MixedEffects): LocationScaleMaximum {
  const { design, Z } = asked;
  const all = logVariancesOf(
    Z,
    Array.from(design.y, (_, row) => row),
  );
  const starts = startsOf(all, design, common);
  const points = starts.map((start) => pointAt(asked, all, start));
  const highest = points.reduce((best, each) => (each.found.value < best.found.value ? each : best));
  const settled = withoutVanishing(asked, highest);
  const none = pointAt(asked, logVariancesOf(Z, []), new Float64Array(0));
  const iterations = points.reduce((sum, { found }) => sum + found.iterations, settled.found.iterations);
  return { ...(isAsHigh(none, settled) ? none : settled), starts: starts.length, iterations };
}

function pointAt({ design, isRestricted }: Asked, logVariances: LogVariances, start: Float64Array): Point {
  const open = (bound: number) => Array.from(start, () => bound);
  const found = minimiseInBox(curvedLikelihood({ design, logVariances, isRestricted }), start, {
    lower: open(Number.NEGATIVE_INFINITY),
    upper: open(Number.POSITIVE_INFINITY),
  });
  return { logVariances, found, tau2: tau2At(logVariances, found.x, design.y.length) };
}

/** τ² in parts of the sampling variance, below which it is tried whether it is on its way to 0. */
const VANISHING = [1e-3, 1e-6];

/** The same with τ² = 0 for studies on whose τ² those of the others have no hold, where the likelihood is then as high. */
function withoutVanishing(asked: Asked, point: Point): Point {
  const { design, Z } = asked;
  const { logVariances, tau2 } = point;
  for (const part of VANISHING) {
    const large = logVariances.rows.filter((row) => tau2[row]! > part * design.v[row]!);
    const isTold = toldBy(Z, logVariancesOf(Z, large));
    const smaller = logVariancesOf(Z, logVariances.rows.filter(isTold));
    if (smaller.columns.length === logVariances.columns.length) continue;
    const start = nearest(smaller, (row) => Math.log(tau2[row]!));
    const limit = pointAt(asked, smaller, start);
    if (isAsHigh(limit, point)) return withoutVanishing(asked, limit);
  }
  return point;
}

function isAsHigh(one: Point, other: Point): boolean {
  return one.found.value <= other.found.value + 1e-9 * (1 + Math.abs(other.found.value));
}
