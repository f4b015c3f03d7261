import type { Better } from "../schema/kinds.js";
import { groupBy } from "./groupBy.js";

/** A row that may say which end of its scale is good; of rows that could not be read in full, some values are missing. */
interface Directed {
  readonly scale?: string;
  readonly better?: Better;
}

/** The good end of a scale: that of scales.csv, else that of the outcome rows on it, where they agree; null where none tells. */
export function goodEnd({
  scales,
  outcomes,
}: {
  readonly scales: readonly Directed[];
  readonly outcomes: readonly Directed[];
}): (scale: string) => Better | null {
  const ofScales = new Map(scales.map(({ scale, better }) => [scale, better]));
  const ofRows = groupBy(outcomes, ({ scale }) => scale);
  return (scale) => ofScales.get(scale) ?? agreed(ofRows.get(scale) ?? []);
}

function agreed(rows: readonly Directed[]): Better | null {
  const [first, ...others] = new Set(rows.map(({ better }) => better));
  return first === undefined || others.length > 0 ? null : first;
}
