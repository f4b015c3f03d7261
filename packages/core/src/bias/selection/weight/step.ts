import { LARGEST_DELTA, type WeightFunction } from "./weightFunction.js";

/**
 * w(p) = δⱼ for p in the j-th interval between the steps; δ₁ = 1, so that every δ is relative to the first interval.
 *
 * Hedges 1992, Statistical Science 7:246-255; Vevea & Hedges 1995, Psychometrika 60:419-435.
 */
export const step: WeightFunction<"step"> = {
  id: "step",
  label: "step function",
  citation: "Hedges 1992, Statistical Science 7:246-255; Vevea & Hedges 1995, Psychometrika 60:419-435",
  r: "stepfun",
  least: { p: 0, q: 0 },
  isCensored: false,
  shape: "steps",
  parameters: (steps) => steps.map((_, j) => ({ none: 1, lower: 0, upper: LARGEST_DELTA, isReference: j === 0 })),
  starts: (m) => [
    Array.from({ length: m }, () => 1),
    Array.from({ length: m }, (_, j) => (j === 0 ? 1 : 0.5)),
    Array.from({ length: m }, (_, j) => 0.5 ** j),
    Array.from({ length: m }, (_, j) => 0.1 ** Math.min(j, 2)),
    Array.from({ length: m }, (_, j) => (j === 0 ? 1 : 3)),
  ],
  reversedStarts: [],
  weigh({ p }, i, { delta, steps }, out) {
    const j = steps.findIndex((at) => p[i]! <= at);
    out.value = delta[j]!;
    out.first.fill(0);
    out.first[j] = 1;
    out.second.fill(0);
  },
};
