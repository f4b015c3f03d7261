import { intervalAround } from "../../pool/intervalAround.js";
import type { Scale } from "../scaleOf.js";
import type { NetworkInteraction } from "./interactions.js";
import type { NetworkSlope } from "./result.js";

interface Fitted {
  /** The treatments but the reference. */
  readonly others: readonly string[];
  readonly interaction: NetworkInteraction;
  readonly estimates: Float64Array;
  readonly vcov: Float64Array;
}

/** Slopes with their intervals, and the covariance of effects and slopes together. */
export function slopesOf(
  { others, interaction, estimates, vcov }: Fitted,
  { factor, ...rule }: Scale,
): { readonly slopes: readonly NetworkSlope[]; readonly vcov: readonly (readonly number[])[] } {
  const p = estimates.length;
  const named = slopeColumns(others, interaction);
  const columns = [...others.map((_, i) => [i]), ...named.map(({ places }) => places)];
  const covariance = (a: readonly number[], b: readonly number[]) =>
    a.reduce((sum, i) => b.reduce((inner, j) => inner + vcov[i * p + j]!, sum), 0);
  return {
    slopes: named.map(({ treatment, places }) => {
      const estimate = places.reduce((sum, place) => sum + estimates[place]!, 0);
      const se = Math.sqrt(covariance(places, places));
      return { treatment, estimate, se, ci: intervalAround(estimate, { se: Math.sqrt(factor) * se, ...rule }) };
    }),
    vcov: columns.map((a) => columns.map((b) => covariance(a, b))),
  };
}

/** Which columns add up to each slope. */
function slopeColumns(others: readonly string[], interaction: NetworkInteraction) {
  const first = others.length;
  const all = { treatment: null, places: [first] };
  if (interaction === "common") return [all];
  if (interaction === "independent") return others.map((treatment, i) => ({ treatment, places: [first + i] }));
  return [all, ...others.map((treatment, i) => ({ treatment, places: [first, first + 1 + i] }))];
}
