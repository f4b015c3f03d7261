import { findRoot } from "../../numerics/findRoot.js";
import { type Profile, type Profiled, type ProfileFailure, type ProfilePoint, profileOf } from "./profileOf.js";

/** Where the profile of one parameter has fallen so far, to both sides, or why that is not known. */
export type ProfileLimits =
  | { readonly failure: null; readonly lower: number; readonly upper: number }
  | { readonly failure: ProfileFailure };

/** Which parameter, by how much its profile shall fall, and the distance at which it counts as never falling so far. */
interface Asked {
  readonly place: number;
  readonly drop: number;
  readonly reach: number;
}

/** Limits of a parameter; the bound of the box, or infinity, where the profile does not fall so far. */
export function profileLimits(profiled: Profiled, { place, drop, reach }: Asked): ProfileLimits {
  const profile = profileOf(profiled, place);
  const lower = limit(profile, drop, { bound: profiled.box.lower[place]!, reach, sign: -1 });
  const upper = limit(profile, drop, { bound: profiled.box.upper[place]!, reach, sign: 1 });
  const failure = profile.failure();
  if (failure !== null) return { failure };
  return lower === null || upper === null ? { failure: "not settled" } : { failure, lower, upper };
}

/** How often the way outwards may go on from a higher maximum at what seemed to be the limit. */
const MAX_CROSSINGS = 20;

/**
 * From the estimate outwards in steps that double, until the profile has fallen far enough or the bound is reached. There
 * may be several maxima at any value: where one crosses the height of the limit, they are searched from every start, and
 * the way goes on from a higher one. null where that does not end.
 */
function limit(
  profile: Profile,
  drop: number,
  { bound, reach, sign }: { readonly bound: number; readonly reach: number; readonly sign: -1 | 1 },
): number | null {
  const estimate = profile.maximum.value;
  let inside = profile.maximum;
  let crossings = 0;
  for (let distance = Math.max(0.1 * Math.abs(estimate), 1e-3); ; ) {
    const isAtBound = Number.isFinite(bound) && distance >= Math.abs(bound - estimate);
    const next = profile.from(inside, isAtBound ? bound : estimate + sign * distance);
    if (profile.failure() !== null) return null;
    if (next.below > drop) {
      const crossing = crossingOf(profile, drop, inside, next);
      const highest = profile.highestAt(crossing);
      if (highest === crossing) return crossing.value;
      if (++crossings > MAX_CROSSINGS) return null;
      inside = highest;
    } else {
      if (isAtBound) return bound;
      if (distance > reach) return sign * Number.POSITIVE_INFINITY;
      inside = next;
      distance *= 2;
    }
  }
}

/** Between a point that has not fallen by `drop` and one that has; searched from the outermost of the former. */
function crossingOf(profile: Profile, drop: number, inside: ProfilePoint, outside: ProfilePoint): ProfilePoint {
  let near = inside;
  const at = (value: number): ProfilePoint => {
    const point = profile.from(near, value);
    if (point.below <= drop) near = point;
    return point;
  };
  const { x } = findRoot((value) => at(value).below - drop, [inside.value, outside.value], {
    tolerance: 1e-9,
    atStart: inside.below - drop,
    atEnd: outside.below - drop,
  });
  return at(x);
}
