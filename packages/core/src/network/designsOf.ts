import type { NetworkTrial } from "./arrange/trial.js";
import type { NetworkDesign } from "./result.js";

/** The sets of treatments that trials compare, those with more treatments last. */
export function designsOf(trials: readonly NetworkTrial[], treatments: readonly string[]): readonly NetworkDesign[] {
  const designs = new Map<string, { readonly places: Int32Array; readonly studies: string[] }>();
  for (const { arms, study } of trials) {
    const places = arms.slice().sort();
    const key = places.join();
    const known = designs.get(key);
    if (known === undefined) designs.set(key, { places, studies: [study] });
    else known.studies.push(study);
  }
  return [...designs.values()]
    .sort((a, b) => a.places.length - b.places.length || compare(a.places, b.places))
    .map(({ places, studies }) => ({ treatments: Array.from(places, (place) => treatments[place]!), studies }));
}

function compare(a: Int32Array, b: Int32Array): number {
  const first = a.findIndex((place, i) => place !== b[i]);
  return first === -1 ? 0 : a[first]! - b[first]!;
}
