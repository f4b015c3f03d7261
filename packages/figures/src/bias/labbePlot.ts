import { counted, type Events, measures, metaError, type PooledEffect } from "@acumeta/core";
import type { ChartSpec } from "../chartSpec.js";
import { checkArgument, isObject } from "../checkArgument.js";
import { checkWidth } from "../layout/checkWidth.js";
import type { Key } from "../layout/plane/keys.js";
import { dots, type Place, path } from "../layout/plane/marks.js";
import { planeOf } from "../layout/plane/plane.js";
import { planeChart } from "../layout/plane/planeChart.js";
import { messages } from "../messages.js";
import { palette } from "../theme/theme.js";

/** A study with events in both groups. */
export interface LabbeTable extends Events {
  readonly study: string;
}

/** How a L'Abbé plot is drawn. */
export interface LabbePlotOptions {
  readonly title?: string;
  /** A pooled log RR, log OR or RD, drawn as the line of all pairs of risks that it relates; none unless given. */
  readonly fit?: PooledEffect;
  /** What the groups are called; "treatment" and "control" unless given. */
  readonly groups?: { readonly treatment: string; readonly control: string };
  /** Width and height of the plotting area in pixels, 120 to 2000; 340 unless given. */
  readonly width?: number;
}

const SMALLEST = 20;
const LARGEST = 500;

/**
 * A L'Abbé plot: the share of patients with an event under treatment (`a` of `n1`) against that under control (`c` of `n2`); areas
 * in proportion to patients. On the diagonal treatment makes no difference.
 *
 * Throws `WRONG_ARGUMENT`, `NOTHING_TO_DRAW`, `WIDTH_OUT_OF_RANGE`.
 * L'Abbé, Detsky & O'Rourke 1987, Annals of Internal Medicine 107:224-233.
 *
 * @example
 * import { labbePlot } from "@acumeta/figures";
 * const tables = [
 *   { study: "A", a: 30, n1: 100, c: 15, n2: 100 },
 *   { study: "B", a: 12, n1: 40, c: 14, n2: 40 },
 * ];
 * labbePlot(tables).description.includes("more events under treatment in 1, under control in 1"); // => true
 */
export function labbePlot(tables: readonly LabbeTable[], options: LabbePlotOptions = {}): ChartSpec {
  checkArgument(Array.isArray(tables) && tables.every(isTable), "tables", tables, "a list of { study, a, n1, c, n2 }");
  checkArgument(isObject(options), "options", options, "an object of options, or none");
  const { title = "", fit = null, groups = { treatment: "treatment", control: "control" }, width = 340 } = options;
  checkArgument(fit === null || isRelation(fit), "fit", fit, "a pooled logRR, logOR or RD");
  checkWidth(width);
  if (tables.length === 0) throw metaError(messages.nothingToDraw("studies"));
  const rates = tables.map((table) => ({
    ...table,
    x: table.c / table.n2,
    y: table.a / table.n1,
    n: table.n1 + table.n2,
  }));
  const most = Math.min(1, 1.08 * Math.max(0.05, ...rates.flatMap(({ x, y }) => [x, y])));
  const domain = [0, most] as const;
  const plane = planeOf({
    x: { domain, title: `Share with the event under ${groups.control}` },
    y: { domain, title: `Share with the event under ${groups.treatment}` },
    size: { width, height: width },
    keys: keysOf(fit),
    notes: ["Areas are in proportion to patients."],
  });
  const largest = Math.max(...rates.map(({ n }) => n));
  const values = rates.map(({ study, a, n1, c, n2, x, y, n }) => ({
    x,
    y,
    size: SMALLEST + ((LARGEST - SMALLEST) * n) / largest,
    says: `${study}: ${a} of ${n1} under ${groups.treatment}, ${c} of ${n2} under ${groups.control}`,
  }));
  const mark = { color: palette.study, fillOpacity: 0.6, stroke: palette.study, strokeWidth: 1 };
  return planeChart(plane, {
    title,
    description: describeLabbe(rates, { title, groups }),
    layers: [
      ...path(
        [
          { x: 0, y: 0 },
          { x: most, y: most },
        ],
        { name: "no effect", mark: { color: palette.rule, strokeWidth: 1 } },
        plane,
      ),
      ...(fit === null
        ? []
        : path(relation(fit, most), { name: "pooled effect", mark: { color: palette.pooled, strokeWidth: 2 } }, plane)),
      ...dots(
        values,
        { name: "studies", mark, encoding: { size: { field: "size", type: "quantitative", scale: null } } },
        plane,
      ),
    ],
  });
}

const isTable = (table: unknown): boolean =>
  isObject(table) && ["a", "n1", "c", "n2"].every((key) => Number.isFinite((table as Record<string, unknown>)[key]));

/** How the risk under treatment follows from that under control, by measure. */
const relations = {
  logRR: (risk: number, effect: number) => risk * Math.exp(effect),
  logOR: (risk: number, effect: number) => (risk * Math.exp(effect)) / (1 - risk + risk * Math.exp(effect)),
  RD: (risk: number, effect: number) => risk + effect,
} as const;

const isRelation = (fit: PooledEffect): boolean => isObject(fit) && Object.hasOwn(relations, fit.measure);

function relation({ measure, estimate }: PooledEffect, most: number): readonly Place[] {
  const of = relations[measure as keyof typeof relations];
  return Array.from({ length: 101 }, (_, i) => ({ x: (most * i) / 100, y: of((most * i) / 100, estimate) })).filter(
    ({ y }) => y >= 0 && y <= most,
  );
}

function keysOf(fit: PooledEffect | null): readonly Key[] {
  return [
    { text: "no difference", mark: "line", color: palette.rule },
    ...(fit === null
      ? []
      : [
          { text: `pooled ${measures[fit.measure].label.toLowerCase()}`, mark: "line", color: palette.pooled } as const,
        ]),
  ];
}

interface Told {
  readonly title: string;
  readonly groups: { readonly treatment: string; readonly control: string };
}

function describeLabbe(rates: readonly Place[], { title, groups: { treatment, control } }: Told): string {
  const above = rates.filter(({ x, y }) => y > x).length;
  const below = rates.filter(({ x, y }) => y < x).length;
  return `L'Abbé plot of ${counted(rates.length, "trial")}${title === "" ? "" : `, ${title}`}: more events under ${treatment} in ${above}, under ${control} in ${below}.`;
}
