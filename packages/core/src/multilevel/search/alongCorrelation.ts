import type { BoxedMinimum } from "../../numerics/minimiseInBox.js";
import { climb, ROUGH, type Search } from "./climb.js";

/** The likelihood at some values of one correlation, as high as all other parameters let it be. */
export interface AlongCorrelation {
  readonly profile: readonly BoxedMinimum[];
  /** Those of the profile that are no lower than their neighbours. */
  readonly peaks: readonly BoxedMinimum[];
}

/** From 0 outwards to both bounds, each time from the start and from where the value before ended. */
export function alongCorrelation(search: Search, start: Float64Array, place: number): AlongCorrelation {
  const values = valuesBetween(search.box.lower[place]!, search.box.upper[place]!);
  const profile: BoxedMinimum[] = [];
  const middle = values.indexOf(0);
  const at = (value: number, neighbour: BoxedMinimum | undefined): BoxedMinimum => {
    const there = held(search, place, value);
    const moved = (x: Float64Array) => x.map((each, i) => (i === place ? value : each));
    const fresh = climb(there, moved(start), [], ROUGH);
    if (neighbour === undefined) return fresh;
    const followed = climb(there, moved(neighbour.x), [fresh], ROUGH);
    return followed.value < fresh.value ? followed : fresh;
  };
  for (let i = middle; i < values.length; i++) profile[i] = at(values[i]!, profile[i - 1]);
  for (let i = middle - 1; i >= 0; i--) profile[i] = at(values[i]!, profile[i + 1]);
  const isLower = (place: number, than: number) => (profile[place]?.value ?? Infinity) < than;
  return { profile, peaks: profile.filter(({ value }, i) => !isLower(i - 1, value) && !isLower(i + 1, value)) };
}

/** Values of a correlation from one of its bounds to the other, 0 among them. */
export function valuesBetween(lower: number, upper: number): readonly number[] {
  const positive = [0, 0.3, 0.6, 0.9, 1].map((share) => share * upper);
  return lower < 0 ? [lower, lower / 2, ...positive] : positive;
}

function held({ evaluate, box }: Search, place: number, value: number): Search {
  const fixed = (bounds: readonly number[]) => bounds.map((bound, i) => (i === place ? value : bound));
  return { evaluate, box: { lower: fixed(box.lower), upper: fixed(box.upper) } };
}
