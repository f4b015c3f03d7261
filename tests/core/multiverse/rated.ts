import type { Effect } from "@acumeta/core";

/** A synthetic effect with a rating and the week of its outcome. */
export interface RatedEffect extends Effect<"SMD"> {
  readonly rated: "high" | "low";
  readonly week: number;
}

const rows = [
  [0.1, 0.02, "high", 4],
  [0.5, 0.05, "high", 8],
  [0.3, 0.01, "low", 8],
  [0.9, 0.08, "low", 12],
  [-0.2, 0.04, "high", 4],
  [0.4, 0.03, "high", 12],
] as const;

export const rated: readonly RatedEffect[] = rows.map(([yi, vi, rating, week], i) => ({
  study: `s${i + 1}`,
  measure: "SMD",
  yi,
  vi,
  rated: rating,
  week,
}));

export const highlyRated = (effects: readonly RatedEffect[]) => effects.filter((effect) => effect.rated === "high");
export const early = (effects: readonly RatedEffect[]) => effects.filter(({ week }) => week <= 8);
