import type { FittedSpecification, Specification } from "./result.js";

/** The specifications of one measure that have a result. */
export interface OfMeasure {
  readonly measure: string | null;
  readonly fitted: readonly FittedSpecification[];
  /** The first of each analysis. */
  readonly different: readonly FittedSpecification[];
}

/** The specifications that have a result, by measure, measures as they first come. */
export function byMeasure(specifications: readonly Specification[]): readonly OfMeasure[] {
  const all = specifications.filter((one) => one.failed === null);
  return [...new Set(all.map(({ measure }) => measure))].map((measure) => {
    const fitted = all.filter((one) => one.measure === measure);
    return { measure, fitted, different: firstOfEach(fitted) };
  });
}

function firstOfEach(fitted: readonly FittedSpecification[]): readonly FittedSpecification[] {
  const seen = new Set<number>();
  return fitted.filter(({ analysis }) => {
    const isNew = !seen.has(analysis);
    seen.add(analysis);
    return isNew;
  });
}
