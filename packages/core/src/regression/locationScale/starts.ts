import { normalQuantile } from "../../numerics/normal.js";
import { uniforms } from "../../resample/random.js";
import type { Design } from "../design.js";
import type { MixedEffects } from "../mixedEffects.js";
import { type LogVariances, nearest } from "./logVariances.js";

/** How far from its usual size log τ² is at a start, along one column or along all. */
const APART = 2;
/** Columns along which searches begin apart. */
const MOST = 8;
const SPREADS = [0.5, 1, 2];
/** Starts anywhere, for each column, where there are several. */
const ANYWHERE = 12;

/**
 * Where searches begin: at the τ² that all studies would have in common; at what the squared residuals say of each study's
 * own; at more and less than the common one along each column; and, since a few studies of unusual moderators make several
 * maxima, anywhere (by seeded random numbers).
 *
 * The second as in Harvey 1976, Econometrica 44:461-465.
 */
export function startsOf(
  logVariances: LogVariances,
  { v }: Design,
  { fit, tau2 }: MixedEffects,
): readonly Float64Array[] {
  const { columns } = logVariances;
  const usual = Math.exp(v.reduce((sum, each) => sum + Math.log(each), 0) / v.length);
  const level = Math.log(Math.max(tau2.value, 0.01 * usual));
  const own = (row: number) => {
    const total = v[row]! + tau2.value;
    const square = fit.residuals[row]! ** 2 * total;
    return Math.log(Math.max(square - v[row]!, 0.05 * total));
  };
  const alike = nearest(logVariances, () => level);
  const apart = APART * Math.sqrt(v.length);
  const moved = (by: (column: number) => number) => alike.map((each, j) => each + apart * by(j));
  const random = uniforms(1);
  return [
    alike,
    nearest(logVariances, own),
    ...columns.slice(0, MOST).flatMap((_, at) => [-1, 1].map((side) => moved((j) => (j === at ? side : 0)))),
    ...Array.from({ length: columns.length < 2 ? 0 : ANYWHERE * columns.length }, (_, i) =>
      moved(() => SPREADS[i % 3]! * normalQuantile(random())),
    ),
  ];
}
