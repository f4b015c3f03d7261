import { type MetaRegression, normalQuantile } from "@acumeta/core";
import { checkArgument } from "../checkArgument.js";

/** A study with its moderators. */
export interface ModeratedRow {
  readonly study: string;
  readonly yi: number;
  readonly vi: number;
}

/** A study as it is drawn. */
export interface Bubble extends ModeratedRow {
  readonly x: number;
  readonly lower: number;
  readonly upper: number;
  /** Area in square pixels. */
  readonly size: number;
}

const SMALLEST = 16;
const LARGEST = 520;

/** The studies of a fit at their values of a moderator; refuses (`WRONG_ARGUMENT`) values that are no numbers. */
export function bubblesOf(fit: MetaRegression, effects: readonly ModeratedRow[], moderator: string): readonly Bubble[] {
  const left = [...effects];
  const heaviest = Math.max(...fit.studies.map(({ weight }) => weight));
  const z = normalQuantile(0.5 + fit.choices.level / 2);
  return fit.studies.map(({ study, yi, vi, weight }) => {
    const place = left.findIndex((row) => row.study === study && row.yi === yi && row.vi === vi);
    checkArgument(
      place >= 0,
      "effects",
      `no row of ${study}`,
      "the studies of the fit, as metaRegression was given them",
    );
    const [row] = left.splice(place, 1);
    const x = (row as unknown as Readonly<Record<string, unknown>>)[moderator];
    checkArgument(
      typeof x === "number" && Number.isFinite(x),
      "moderator",
      `${String(x)} in ${study}`,
      "a numeric column of the studies",
    );
    const half = z * Math.sqrt(vi);
    const size = Math.max(SMALLEST, (LARGEST * weight) / heaviest);
    return { study, yi, vi, x: x as number, lower: yi - half, upper: yi + half, size };
  });
}
