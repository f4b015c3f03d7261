import { counted, countText, fixed } from "../text/formatNumber.js";
import type { PointEffectRow } from "./pointEffectRow.js";

/** What stands beside the points in a scatter of popularity against effect. */
export interface PopularityContext {
  /** Outer limits of the permutation band; null for none. */
  readonly envelope: { readonly lower: number; readonly upper: number } | null;
  readonly overall: number | null;
  /** Whether an interval goes on beyond the axis. */
  readonly cutOff: boolean;
}

/** The small print: what a naive mean is and is not, and what is drawn. */
export function popularityNotes(points: readonly PointEffectRow[], context: PopularityContext): readonly string[] {
  const { envelope, overall, cutOff } = context;
  const patients = points.flatMap(({ n }) => (n === null ? [] : [n]));
  const key = [
    envelope &&
      "Grey: where the means of all points would lie if points did not matter (prescriptions shuffled among trials).",
    overall !== null && "Dashed: the mean of all trials.",
    patients.length > 0 && `Areas are in proportion to patients (at most ${countText(Math.max(...patients))}).`,
    "Points with the same number of trials stand side by side.",
    cutOff && "An arrow marks an interval that goes on beyond the axis.",
  ];
  return [
    "A point's naive mean is the mean of whole trials that list it among many points; it does not tell what the point itself does. Vertical lines are its confidence interval.",
    key.filter((sentence) => typeof sentence === "string").join(" "),
  ];
}

/** The alternative text. */
export function describePopularity(points: readonly PointEffectRow[], { envelope }: PopularityContext): string {
  const popular = points.reduce((best, point) => (point.k > best.k ? point : best));
  const highest = points.reduce((best, point) => (point.estimate > best.estimate ? point : best));
  const facts = [
    `${popular.code} is listed by most trials (${popular.k})`,
    `${highest.code} has the highest mean (${fixed(highest.estimate, 2)})`,
  ];
  if (envelope !== null) {
    const outside = points.filter(({ estimate }) => estimate < envelope.lower || estimate > envelope.upper);
    facts.push(`${outside.length} of the means lie outside the permutation band`);
  }
  return `Popularity against naive mean effect of ${counted(points.length, "point")}: ${facts.join("; ")}.`;
}
