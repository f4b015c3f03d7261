import { type Interval, measures, type PooledEffect, percent, pText } from "@acumeta/core";
import type { ChartSpec } from "../chartSpec.js";
import { checkArgument, isObject } from "../checkArgument.js";
import { forestScale, withInterval } from "../forest/forestScale.js";
import { checkWidth } from "../layout/checkWidth.js";
import type { Favours } from "../layout/favoursLabels.js";
import { effectRows } from "../network/effectRows.js";
import { palette } from "../theme/theme.js";

/** How the pooled effect of some of the studies after others is drawn. */
export interface RefitForestOptions {
  readonly title?: string;
  /** The two texts under the axis; none unless given. */
  readonly favours?: Favours;
  /** Width of the plotting area in pixels, 120 to 2000; 320 unless given. Text columns are added to it. */
  readonly width?: number;
}

/** The pooled effect of some of the studies. */
export interface RefitRow {
  /** Which studies: "without Haake 2007". */
  readonly name: string;
  readonly k: number;
  readonly estimate: number;
  readonly ci: Interval;
  readonly I2: number;
}

interface RefitForest extends RefitForestOptions {
  readonly rows: readonly RefitRow[];
  readonly head: string;
  readonly description: string;
  readonly notes: readonly string[];
}

/** Pooled effects below each other, then that of all studies; those that decide otherwise than that are coloured. */
export function refitForest(
  fit: PooledEffect,
  { rows, head, description, notes, title = "", favours, width = 320 }: RefitForest,
): ChartSpec {
  checkWidth(width);
  const all: RefitRow = { name: "All studies", k: fit.k, estimate: fit.estimate, ci: fit.ci, I2: fit.heterogeneity.I2 };
  const shown = [...rows, all];
  const scale = forestScale(
    fit.measure,
    shown.map(({ ci }) => ci),
  );
  const text = ({ estimate, ci }: RefitRow) => withInterval({ ...ci, estimate }, scale);
  const right = { align: "right", side: "right" } as const;
  return effectRows({
    title,
    description,
    measure: fit.measure,
    scale,
    columns: [
      { head, align: "left", side: "left", cells: shown.map(({ name }) => name) },
      { head: `${scale.short} [${percent(fit.ci.level)} CI]`, ...right, cells: shown.map(text) },
      { head: "p", ...right, cells: shown.map(({ ci }) => pText(ci.p).replace(/^p (= )?/, "")) },
      { head: "I²", ...right, cells: shown.map(({ I2, k }) => (k === 1 ? "" : `${I2.toFixed(0)}%`)) },
    ],
    rows: shown.map((row) => {
      const { estimate, ci } = row;
      const style =
        row === all
          ? ({ shape: "diamond", color: palette.pooled } as const)
          : ({ shape: "square", color: decidesOtherwise(row, fit) ? palette.prediction : palette.study } as const);
      return {
        mark: { estimate, lower: ci.lower, upper: ci.upper, pi: null, ...style, says: `${row.name}: ${text(row)}` },
        ...(row === all ? { bold: true, gap: 6 } : {}),
      };
    }),
    axisTitle: scale.axisTitle,
    favours: favours ?? null,
    keys: rows.some((row) => decidesOtherwise(row, fit))
      ? [{ text: "the interval decides otherwise than that of all studies", mark: "square", color: palette.prediction }]
      : [],
    notes,
    width,
  });
}

/** Whether an interval includes no effect where that of all studies does not, or the other way round. */
export function decidesOtherwise({ ci }: Pick<RefitRow, "ci">, fit: PooledEffect): boolean {
  const { tells, nullValue } = measures[fit.measure];
  const includes = ({ lower, upper }: Pick<Interval, "lower" | "upper">) => lower <= nullValue && upper >= nullValue;
  return tells !== "level" && includes(ci) !== includes(fit.ci);
}

/** Checks that a fit and a list of refits were given. */
export function checkRefits(fit: unknown, rows: unknown, { name, from }: { name: string; from: string }): void {
  checkArgument(isObject(fit) && "ci" in fit && "studies" in fit, "fit", fit, "what pool gives");
  const isRows =
    Array.isArray(rows) && rows.length > 0 && rows.every((row) => isObject(row) && name in row && "ci" in row);
  checkArgument(isRows, "rows", rows, `what ${from} gives`);
}
