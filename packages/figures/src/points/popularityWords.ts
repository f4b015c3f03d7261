import { counted, countText, fixed } from "@acumeta/core";
import type { Key } from "../layout/plane/keys.js";
import { palette } from "../theme/theme.js";
import { isOutside } from "./isOutside.js";
import { levelText } from "./levelText.js";
import { patientScale } from "./pointDiscs.js";
import type { PointEffectRow } from "./pointEffectRow.js";

/** What stands beside the points in a scatter of popularity against effect. */
export interface PopularityContext {
  /** Whether an interval goes on beyond the axis. */
  readonly cutOff: boolean;
}

/** The small print: what a naive mean is and is not, and what is drawn. */
export function popularityNotes(points: readonly PointEffectRow[], { cutOff }: PopularityContext): readonly string[] {
  const interval = `${levelText(points.map(({ ci }) => ci))}confidence interval`;
  const means = points.some(({ k, trials }) => k < trials)
    ? `Only some of the trials that list a point have an effect: mean, ${interval} (vertical line) and patients are those of these trials.`
    : `Vertical lines are its ${interval}.`;
  const key = [
    sizeNote(points),
    "Points listed by the same number of trials stand side by side.",
    cutOff ? "An arrow marks an interval that goes on beyond the axis." : "",
  ];
  return [
    `A point's naive mean is the mean of whole trials that list it among many points; it does not tell what the point itself does. ${means}`,
    key.filter((sentence) => sentence !== "").join(" "),
  ];
}

/** What the marks mean. */
export function popularityKeys(points: readonly PointEffectRow[], overall: number | null): readonly Key[] {
  const shuffled = points.map((point) => point.shuffled);
  const where = `where ${levelText(shuffled)}of shuffles put the point's mean, if points did not matter (prescriptions shuffled among trials with the same comparator)`;
  return [
    ...(shuffled.every((limits) => limits === null)
      ? []
      : [{ text: where, mark: "area", color: palette.band } as const]),
    ...(points.some(isOutside)
      ? [
          {
            text: "a mean outside; among many points chance puts some there",
            mark: "disc",
            color: palette.pooled,
          } as const,
        ]
      : []),
    ...(overall === null ? [] : [{ text: "the mean of all trials", mark: "dashed", color: palette.pooled } as const]),
  ];
}

function sizeNote(points: readonly PointEffectRow[]): string {
  const known = points.flatMap(({ n }) => (n === null ? [] : [n]));
  const { smallest, most } = patientScale(points);
  const limit = known.some((n) => n < smallest)
    ? `; below ${countText(Math.ceil(smallest))} they shrink no further`
    : "";
  const sentences = [
    ...(known.length > 0 ? [`Areas are in proportion to patients (at most ${countText(most)}${limit}).`] : []),
    ...(known.length < points.length ? ["Rings: number of patients not known."] : []),
  ];
  return sentences.join(" ");
}

/** The alternative text. */
export function describePopularity(points: readonly PointEffectRow[]): string {
  const popular = points.reduce((best, point) => (point.trials > best.trials ? point : best));
  const highest = points.reduce((best, point) => (point.estimate > best.estimate ? point : best));
  const outside = points.filter(isOutside).map(({ code }) => code);
  const facts = [
    `${popular.code} is listed by most trials (${popular.trials}, ${popular.k} of them with an effect)`,
    `${highest.code} has the highest mean (${fixed(highest.estimate, 2)})`,
    ...(points.every(({ shuffled }) => shuffled === null)
      ? []
      : [
          `${outside.length} of the means ${outside.length === 1 ? "lies" : "lie"} outside what shuffled prescriptions give${outside.length === 0 ? "" : ` (${outside.join(", ")})`}`,
        ]),
  ];
  return `Popularity against naive mean effect of ${counted(points.length, "point")}: ${facts.join("; ")}.`;
}
