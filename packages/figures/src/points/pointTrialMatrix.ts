import { counted, metaError } from "@acumeta/core";
import type { ChartSpec } from "../chartSpec.js";
import { checkArgument, isObject } from "../checkArgument.js";
import { chartOf } from "../layout/chartOf.js";
import { type Label, labelLayers } from "../layout/label.js";
import { layoutTable } from "../layout/layoutTable.js";
import type { Key } from "../layout/plane/keys.js";
import { rectLayer } from "../layout/rects.js";
import { smallPrint } from "../layout/smallPrint.js";
import { messages } from "../messages.js";
import { textWidth } from "../text/textWidth.js";
import { palette, series, sizes } from "../theme/theme.js";

/** The points of a trial, as `prescriptionsOf` of @acumeta/acupoints gives them. */
export interface TrialPoints {
  readonly trialId: string;
  /** Each once. */
  readonly codes: readonly string[];
  /** fixed: every patient got these; semi: a list to choose from; null: not said. */
  readonly basis: string | null;
}

const CELL = 15;
const NARROWEST = 420;

/**
 * Which trial lists which point: rows are trials, columns points, the most frequent first. Columns that look the same are points
 * that these trials cannot tell apart.
 *
 * Throws `WRONG_ARGUMENT`, `NOTHING_TO_DRAW`.
 *
 * @example
 * import { pointTrialMatrix } from "@acumeta/figures";
 * const chart = pointTrialMatrix([
 *   { trialId: "first-2001", codes: ["BL23", "BL40"], basis: "fixed" },
 *   { trialId: "second-2005", codes: ["BL23"], basis: "semi" },
 * ]);
 * chart.description; // => "Points by trial: 2 points of 2 trials, 3 entries; most listed: BL23 (2), BL40 (1)."
 */
export function pointTrialMatrix(
  prescriptions: readonly TrialPoints[],
  options: { readonly title?: string } = {},
): ChartSpec {
  const isList =
    Array.isArray(prescriptions) &&
    prescriptions.every((each) => isObject(each) && "codes" in each && Array.isArray(each.codes));
  checkArgument(isList, "prescriptions", prescriptions, "a list of trials with their points, as prescriptionsOf gives");
  checkArgument(isObject(options), "options", options, "an object of options, or none");
  const { title = "" } = options;
  const points = byFrequency(prescriptions);
  if (points.length === 0) throw metaError(messages.nothingToDraw("points"));
  const columnOf = new Map(points.map(({ code }, column) => [code, column]));
  const trials = [...prescriptions].sort(
    (a, b) => b.codes.length - a.codes.length || a.trialId.localeCompare(b.trialId, "en"),
  );
  const names = { head: "", align: "left", side: "left", cells: trials.map(({ trialId }) => trialId) } as const;
  const counts = {
    head: "",
    align: "right",
    side: "right",
    cells: trials.map(({ codes }) => String(codes.length)),
  } as const;
  const table = layoutTable(
    [names, counts],
    trials.map(() => ({})),
    { plotWidth: points.length * CELL, rowHeight: CELL },
  );
  const headHeight = Math.ceil(Math.max(...points.map(({ code }) => textWidth(code, { size: sizes.note })))) + 4;
  const down = Math.max(0, headHeight - (table.rows[0]! - CELL / 2));
  const { left } = table.plot;
  const cells = trials.flatMap(({ trialId, codes, basis }, row) =>
    codes.map((code) => {
      const [x, y] = [left + columnOf.get(code)! * CELL, table.rows[row]! - CELL / 2 + down];
      const color = basis === "semi" ? palette.prediction : basis === "fixed" ? palette.study : series[2];
      return { x: x + 1, x2: x + CELL - 1, y: y + 1, y2: y + CELL - 1, color, says: `${trialId}: ${code}` };
    }),
  );
  const heads = points.map(
    ({ code }, column): Label => ({
      text: code,
      x: left + (column + 0.5) * CELL,
      y: headHeight - 2,
      size: sizes.note,
      upright: true,
    }),
  );
  const stripes = trials.flatMap((_, row) => {
    const y = table.rows[row]! - CELL / 2 + down;
    return row % 2 === 1 ? [] : [{ x: left, x2: table.plot.right, y, y2: y + CELL, says: "" }];
  });
  const width = Math.max(NARROWEST, table.width);
  const small = smallPrint(
    {
      keys: keysOf(prescriptions),
      notes: [
        "Points stand in the order of the number of trials that list them; at the right, the number of points of each trial.",
      ],
    },
    { top: table.bottom + down + 10, width },
  );
  return chartOf({
    title,
    description: describeMatrix(points, trials, title),
    width,
    height: Math.ceil(small.bottom),
    layers: [
      rectLayer(stripes, { name: "rows", mark: { fill: palette.band, opacity: 0.5, aria: false } }),
      rectLayer(cells, { name: "entries", fill: { field: "color", type: "nominal", scale: null } }),
      ...small.layers,
      ...labelLayers([...heads, ...table.labels.map((label) => ({ ...label, y: label.y + down })), ...small.labels]),
    ],
  });
}

interface ListedPoint {
  readonly code: string;
  readonly trials: number;
}

function byFrequency(prescriptions: readonly TrialPoints[]): readonly ListedPoint[] {
  const counts = new Map<string, number>();
  for (const code of prescriptions.flatMap(({ codes }) => codes)) counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...counts]
    .map(([code, trials]) => ({ code, trials }))
    .sort((a, b) => b.trials - a.trials || a.code.localeCompare(b.code, "en", { numeric: true }));
}

function keysOf(prescriptions: readonly TrialPoints[]): readonly Key[] {
  const has = (basis: (each: string | null) => boolean) => prescriptions.some((each) => basis(each.basis));
  const mark = "area";
  return [
    ...(has((each) => each === "fixed")
      ? [{ text: "every patient got the point", mark, color: palette.study } as const]
      : []),
    ...(has((each) => each === "semi")
      ? [{ text: "one of a list to choose from", mark, color: palette.prediction } as const]
      : []),
    ...(has((each) => each !== "fixed" && each !== "semi")
      ? [{ text: "not said", mark, color: series[2] } as const]
      : []),
  ];
}

function describeMatrix(points: readonly ListedPoint[], trials: readonly TrialPoints[], title: string): string {
  const entries = trials.reduce((sum, { codes }) => sum + codes.length, 0);
  const most = points.slice(0, 5).map(({ code, trials: count }) => `${code} (${count})`);
  return `Points by trial${title === "" ? "" : `, ${title}`}: ${counted(points.length, "point")} of ${counted(trials.length, "trial")}, ${entries} entries; most listed: ${most.join(", ")}.`;
}
