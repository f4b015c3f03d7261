import { counted, type Measure, measures, metaError, normalQuantile } from "@acumeta/core";
import { group } from "d3-array";
import type { ChartSpec } from "../chartSpec.js";
import { checkArgument, isObject } from "../checkArgument.js";
import { type ForestScale, forestScale, withInterval } from "../forest/forestScale.js";
import { checkWidth } from "../layout/checkWidth.js";
import { atY, band, dots, path, paths } from "../layout/plane/marks.js";
import { planeOf } from "../layout/plane/plane.js";
import { planeChart } from "../layout/plane/planeChart.js";
import { withMargin } from "../layout/valueRange.js";
import { messages } from "../messages.js";
import { tickText } from "../text/tickText.js";
import { palette, series } from "../theme/theme.js";

/** An effect at a time, as `timeCourse` of @acumeta/acupoints lists them. */
export interface TimedRow {
  readonly trial: string;
  readonly study: string;
  readonly weeksAfter: number;
  readonly yi: number;
  readonly vi: number;
}

/** A line over time: what a model or a paper says. */
export interface TimeLine {
  readonly label: string;
  readonly places: readonly {
    readonly weeksAfter: number;
    readonly estimate: number;
    /** null where no interval is known. */
    readonly ci: { readonly lower: number; readonly upper: number } | null;
  }[];
}

/** How a time course is drawn. */
export interface TimeCoursePlotOptions {
  readonly title?: string;
  /** "SMD" unless given. */
  readonly measure?: Measure;
  /** Lines over the effects; none unless given. */
  readonly lines?: readonly TimeLine[];
  /** "Weeks after the end of treatment" unless given. */
  readonly timeLabel?: string;
  /** Width of the plotting area in pixels, 120 to 2000; 520 unless given. */
  readonly width?: number;
}

const SMALLEST = 18;
const LARGEST = 320;

/**
 * Effects over time: a disc for each trial and week, its area in proportion to its precision 1/v, the weeks of a trial joined; and
 * lines of what models or papers say.
 *
 * Throws `WRONG_ARGUMENT`, `NOTHING_TO_DRAW`, `WIDTH_OUT_OF_RANGE`.
 *
 * @example
 * import { timeCoursePlot } from "@acumeta/figures";
 * const effects = [
 *   { trial: "a", study: "A 2005", weeksAfter: 4, yi: 0.5, vi: 0.02 },
 *   { trial: "a", study: "A 2005", weeksAfter: 26, yi: 0.4, vi: 0.02 },
 *   { trial: "b", study: "B 2011", weeksAfter: 52, yi: 0.2, vi: 0.05 },
 * ];
 * timeCoursePlot(effects).description.startsWith("3 effects of 2 trials from week 4 to 52"); // => true
 */
export function timeCoursePlot(effects: readonly TimedRow[], options: TimeCoursePlotOptions = {}): ChartSpec {
  checkArgument(
    Array.isArray(effects) && effects.every(isTimed),
    "effects",
    effects,
    "what timeCourse lists as effects",
  );
  checkArgument(isObject(options), "options", options, "an object of options, or none");
  const { title = "", measure = "SMD", lines = [], width = 520 } = options;
  const { timeLabel = "Weeks after the end of treatment" } = options;
  checkArgument(Object.hasOwn(measures, measure), "measure", measure, Object.keys(measures).join(", "));
  checkWidth(width);
  if (effects.length === 0) throw metaError(messages.nothingToDraw("effects"));
  const z = normalQuantile(0.975);
  const rows = effects.map((row) => ({
    ...row,
    lower: row.yi - z * Math.sqrt(row.vi),
    upper: row.yi + z * Math.sqrt(row.vi),
  }));
  const scale = forestScale(measure, rows);
  const places = lines.flatMap((line) => line.places);
  const values = [
    ...(measures[measure].tells === "level" ? [] : [measures[measure].nullValue]),
    ...effects.map(({ yi }) => yi),
    ...places.flatMap(({ estimate, ci }) => [estimate, ...(ci === null ? [] : [ci.lower, ci.upper])]),
  ];
  const [low, high] = withMargin([Math.min(...values), Math.max(...values)], 0.08);
  const latest = Math.max(
    ...effects.map(({ weeksAfter }) => weeksAfter),
    ...places.map(({ weeksAfter }) => weeksAfter),
    1,
  );
  const plane = planeOf({
    x: { domain: [Math.min(0, ...effects.map(({ weeksAfter }) => weeksAfter)), 1.03 * latest], title: timeLabel },
    y: { domain: [scale.show(low), scale.show(high)], type: scale.type, title: scale.axisTitle },
    size: { width, height: 320 },
    keys: lines.map(({ label }, i) => ({ text: label, mark: "line", color: colourOf(i) })),
    notes: [
      "Areas are in proportion to precision; thin lines join the weeks of a trial. The same patients are counted at each week.",
    ],
  });
  const byTrial = group(rows, ({ trial }) => trial);
  const joined = [...byTrial.values()].map((of) =>
    of
      .toSorted((a, b) => a.weeksAfter - b.weeksAfter)
      .map(({ weeksAfter, yi }) => ({ x: weeksAfter, y: scale.show(yi) })),
  );
  const heaviest = Math.max(...rows.map(({ vi }) => 1 / vi));
  const { nullValue } = scale;
  return planeChart(plane, {
    title,
    description: describeCourse(effects, { scale, title, lines, trials: byTrial.size }),
    layers: [
      ...lines.flatMap((line, i) =>
        lineBand(line, scale).flatMap((each) =>
          band(each, { name: `band of ${line.label}`, mark: { color: colourOf(i), opacity: 0.15 } }, plane),
        ),
      ),
      ...(nullValue === null ? [] : [atY(nullValue, { name: "no effect", mark: { color: palette.rule } }, plane)]),
      ...paths(joined, { name: "trials", mark: { color: palette.muted, strokeWidth: 1, opacity: 0.6 } }, plane),
      ...dots(
        rows.map((row) => ({
          x: row.weeksAfter,
          y: scale.show(row.yi),
          size: Math.max(SMALLEST, LARGEST / row.vi / heaviest),
          says: `${row.study}, week ${tickText(row.weeksAfter)}: ${withInterval({ ...row, estimate: row.yi }, scale)}`,
        })),
        {
          name: "effects",
          mark: { color: palette.study, fillOpacity: 0.6, stroke: palette.study, strokeWidth: 1 },
          encoding: { size: { field: "size", type: "quantitative", scale: null } },
        },
        plane,
      ),
      ...lines.flatMap((line, i) =>
        path(
          line.places.map(({ weeksAfter, estimate }) => ({ x: weeksAfter, y: scale.show(estimate) })),
          { name: line.label, mark: { color: colourOf(i), strokeWidth: 2.2 } },
          plane,
        ),
      ),
    ],
  });
}

const isTimed = (row: unknown): boolean =>
  isObject(row) && ["weeksAfter", "yi", "vi"].every((key) => Number.isFinite((row as Record<string, unknown>)[key]));

/** The first colour is that of the discs. */
const colourOf = (line: number): string => series[1 + (line % (series.length - 1))]!;

/** The interval of a line where all its places have one. */
function lineBand({ places }: TimeLine, { show }: ForestScale) {
  const known = places.flatMap(({ weeksAfter, ci }) =>
    ci === null ? [] : [{ x: weeksAfter, lower: show(ci.lower), upper: show(ci.upper) }],
  );
  return known.length === places.length ? [known] : [];
}

interface Told {
  readonly scale: ForestScale;
  readonly title: string;
  readonly lines: readonly TimeLine[];
  readonly trials: number;
}

function describeCourse(effects: readonly TimedRow[], { scale, title, lines, trials }: Told): string {
  const weeks = effects.map(({ weeksAfter }) => weeksAfter);
  const values = effects.map(({ yi }) => yi);
  const told = lines.flatMap(({ label, places }) => {
    const [first, last] = [places[0], places.at(-1)];
    if (first === undefined || last === undefined) return [];
    return [`${label} from ${scale.text(first.estimate)} to ${scale.text(last.estimate)}`];
  });
  return `${counted(effects.length, "effect")} of ${counted(trials, "trial")} from week ${tickText(Math.min(...weeks))} to ${tickText(Math.max(...weeks))}${title === "" ? "" : `, ${title}`}: ${[`${scale.short} between ${scale.text(Math.min(...values))} and ${scale.text(Math.max(...values))}`, ...told].join("; ")}.`;
}
