/** An interval at whose ends a function is above 0 and at or below it. */
export interface Fall {
  readonly from: number;
  readonly to: number;
  readonly atFrom: number;
  readonly atTo: number;
}

interface Point {
  readonly x: number;
  readonly f: number;
}

/** Where the second point lies, in parts of the scale: near enough to 0 to tell whether the function first rises. */
const NEAR = 0.1;

/**
 * Where a continuous function falls through 0 for x ≥ 0, and its value at 0: read at 0, near it where it is not above 0
 * there, and where x + `scale` has doubled, again and again until it is over; more closely between two neighbours
 * of one sign that are near 0; and where three points of one sign come nearest to 0 in the middle, at the point between them that is nearest to 0 too, since it may have passed 0 twice there.
 *
 * @param isOver Whether the function stays below 0 beyond x, where it is f.
 */
export function signChanges(
  f: (x: number) => number,
  { scale, isOver }: { readonly scale: number; readonly isOver: (x: number, f: number) => boolean },
): { readonly falls: readonly Fall[]; readonly first: number } {
  const read = (x: number): Point => ({ x, f: f(x) });
  const first = read(0);
  const points = [first];
  if (first.f <= 0 && !isOver(0, first.f)) points.push(read(NEAR * scale));
  for (let x = scale, last = first; !isOver(last.x, last.f) && Number.isFinite(x); x = 2 * x + scale) {
    last = read(x);
    points.push(last);
  }
  const falls: Fall[] = [];
  const close = points.flatMap((point, i) => [...betweenClose(read, points[i - 1], point, scale), point]);
  const all = close.flatMap((point, i) => {
    const [before, after] = [close[i - 1], close[i + 1]];
    if (before === undefined || after === undefined || !isNearest(before, point, after)) return [point];
    const nearest = towardsZero(read, before, point, after);
    return nearest.x < point.x ? [nearest, point] : [point, nearest];
  });
  for (const [i, { x, f: atTo }] of all.entries()) {
    const before = all[i - 1];
    if (before !== undefined && before.f > 0 && atTo <= 0)
      falls.push({ from: before.x, to: x, atFrom: before.f, atTo });
  }
  return { falls, first: first.f };
}

/** How near to 0 two neighbours of one sign are where the function may pass 0 twice between them. */
const CLOSE = 0.25;

/** Three points between two that are near 0 on the same side. */
function betweenClose(
  read: (x: number) => Point,
  before: Point | undefined,
  point: Point,
  scale: number,
): readonly Point[] {
  const isClose = before !== undefined && Math.max(Math.abs(before.f), Math.abs(point.f)) < CLOSE;
  if (!isClose || before.f > 0 !== point.f > 0) return [];
  const ratio = (point.x + scale) / (before.x + scale);
  return [0.25, 0.5, 0.75].map((part) => read((before.x + scale) * ratio ** part - scale));
}

function isNearest(before: Point, middle: Point, after: Point): boolean {
  const sign = middle.f > 0 ? 1 : -1;
  return (
    sign * middle.f < sign * before.f && sign * middle.f <= sign * after.f && sign * before.f > 0 && sign * after.f > 0
  );
}

const STEPS = 30;

/** The point of the other sign, or the nearest to 0, between three: halves the wider side of the nearest. */
function towardsZero(read: (x: number) => Point, before: Point, middle: Point, after: Point): Point {
  const sign = middle.f > 0 ? 1 : -1;
  let [low, best, high] = [before, middle, after];
  for (let step = 0; step < STEPS && sign * best.f > 0; step++) {
    const isLeft = best.x - low.x > high.x - best.x;
    const tried = read(0.5 * (best.x + (isLeft ? low.x : high.x)));
    if (sign * tried.f < sign * best.f) {
      if (isLeft) high = best;
      else low = best;
      best = tried;
    } else if (isLeft) low = tried;
    else high = tried;
  }
  return best;
}
