import type { OfMeasure } from "./byMeasure.js";
import type { Dimension } from "./dimensions.js";
import { explained } from "./explained.js";
import type { FittedSpecification, MultiverseSummary } from "./result.js";
import { spreadOf } from "./spreadOf.js";

/** The specifications of a measure together. */
export function summarise(
  { measure, fitted, different }: OfMeasure,
  dimensions: readonly Dimension[],
): MultiverseSummary {
  const furthest = (isFurther: (one: FittedSpecification, other: FittedSpecification) => boolean) =>
    fitted.reduce((found, one) => (isFurther(one, found) ? one : found));
  return {
    measure,
    specifications: spreadOf(measure, fitted),
    analyses: spreadOf(measure, different),
    smallest: furthest((one, other) => one.estimate < other.estimate),
    largest: furthest((one, other) => one.estimate > other.estimate),
    explained: dimensions.map((dimension) => explained(fitted, dimension)),
  };
}
