import type { FunnelLines } from "@acumeta/core";
import type { Place } from "../layout/plane/marks.js";

interface FunnelFrame {
  /** Of effects, on the scale of pooling. */
  readonly domain: readonly [number, number];
  readonly maxSe: number;
}

/** The two lines of a funnel, as far as the axis shows them. */
export function funnelSides({ apex, lower, upper }: FunnelLines, frame: FunnelFrame): readonly (readonly Place[])[] {
  const { domain, maxSe } = frame;
  return [lower, upper].map((foot) => {
    const inside = bends(apex, [foot], frame)
      .map((se) => ({ x: apex + ((foot - apex) * se) / maxSe, y: se }))
      .filter(({ x }) => isWithin(x, domain));
    return inside.length < 2 ? [] : [inside[0]!, inside.at(-1)!];
  });
}

/** The triangle between the two lines, as far as the axis shows it; empty where it does not. */
export function funnelTriangle({ apex, lower, upper }: FunnelLines, frame: FunnelFrame): readonly Place[] {
  const { domain, maxSe } = frame;
  const [first, last] = domain;
  const side = (foot: number) =>
    bends(apex, [lower, upper], frame).map((se) => {
      const x = apex + ((foot - apex) * se) / maxSe;
      return { x: Math.min(last, Math.max(first, x)), y: se };
    });
  const [left, right] = [side(lower), side(upper)];
  return left.every(({ x }, i) => x === right[i]!.x) ? [] : [...left, ...right.reverse()];
}

/** The standard errors, in order, at which a line from the apex begins, ends or crosses an end of the axis. */
function bends(apex: number, feet: readonly number[], { domain, maxSe }: FunnelFrame): readonly number[] {
  const crossings = feet.flatMap((foot) => domain.map((end) => (maxSe * (end - apex)) / (foot - apex)));
  return [0, ...crossings.filter((se) => se > 0 && se < maxSe), maxSe].sort((a, b) => a - b);
}

function isWithin(x: number, [first, last]: readonly [number, number]): boolean {
  const slack = 1e-9 * (last - first);
  return x >= first - slack && x <= last + slack;
}
