import { fixed, type HeatRow, metaError, type NetHeat } from "@acumeta/core";
import type { ChartSpec } from "../../chartSpec.js";
import { checkArgument, isObject } from "../../checkArgument.js";
import { chartOf } from "../../layout/chartOf.js";
import { type Label, labelLayers } from "../../layout/label.js";
import type { Key } from "../../layout/plane/keys.js";
import { divergingFill, rectLayer } from "../../layout/rects.js";
import { smallPrint } from "../../layout/smallPrint.js";
import { messages } from "../../messages.js";
import { textWidth } from "../../text/textWidth.js";
import { palette, sizes } from "../../theme/theme.js";

/** How a net heat plot is drawn. */
export interface NetHeatPlotOptions {
  readonly title?: string;
  /** Side of a cell in pixels, 16 to 80; 34 unless given. */
  readonly cell?: number;
}

/**
 * A net heat plot: for every comparison of a design (row) how much the evidence of each design (column) goes into the network's
 * estimate of it (area of the grey square), and by how much its inconsistency falls where that design has effects of its own
 * (colour). Orange off the diagonal: the two contradict each other; blue: they support each other.
 *
 * Throws `WRONG_ARGUMENT`, `NOTHING_TO_DRAW` for a single design.
 *
 * Krahn, Binder & König 2013, BMC Medical Research Methodology 13:35.
 *
 * @example
 * import { netHeat, network } from "@acumeta/core";
 * import { netHeatPlot } from "@acumeta/figures";
 * const smd = { measure: "SMD" } as const;
 * const fit = network(
 *   [
 *     { ...smd, study: "A", treat1: "acupuncture", treat2: "sham", yi: -0.3, vi: 0.02 },
 *     { ...smd, study: "B", treat1: "acupuncture", treat2: "waiting", yi: -0.8, vi: 0.04 },
 *     { ...smd, study: "C", treat1: "sham", treat2: "waiting", yi: -0.2, vi: 0.05 },
 *   ],
 *   { tau2: "EE" },
 * );
 * netHeatPlot(netHeat(fit)).description.startsWith("Net heat plot of 3 designs"); // => true
 */
export function netHeatPlot(heat: NetHeat, options: NetHeatPlotOptions = {}): ChartSpec {
  const isHeat = isObject(heat) && "rows" in heat && "change" in heat && Array.isArray(heat.rows);
  checkArgument(isHeat, "heat", heat, "what netHeat gives");
  checkArgument(isObject(options), "options", options, "an object of options, or none");
  const { title = "", cell = 34 } = options;
  checkArgument(cell >= 16 && cell <= 80, "cell", cell, "16 to 80 pixels");
  const { designs, rows, change } = heat;
  if (designs.length < 2) throw metaError(messages.nothingToDraw("second design"));
  const names = rows.map((row) => nameOf(heat, row));
  const left = Math.ceil(Math.max(...names.map((name) => textWidth(name)))) + 12;
  const top = sizes.lineHeight + 8;
  const cells = rows.flatMap((row, i) =>
    designs.map((design, column) => {
      const [x, y] = [left + column * cell, top + i * cell];
      const value = change[row.design]![column]!;
      const share = row.contributions[column]!;
      const said = `${names[i]}: design ${column + 1} (${design.treatments.join(", ")}) contributes ${fixed(share, 2)}, change of Q ${fixed(value, 2)}`;
      return {
        x: x + 1,
        x2: x + cell - 1,
        y: y + 1,
        y2: y + cell - 1,
        value,
        share: Math.min(1, Math.abs(share)),
        says: said,
      };
    }),
  );
  const squares = cells.map(({ x, x2, y, y2, share, says }) => {
    const half = (Math.sqrt(share) * (cell - 6)) / 2;
    const [middleX, middleY] = [(x + x2) / 2, (y + y2) / 2];
    return { x: middleX - half, x2: middleX + half, y: middleY - half, y2: middleY + half, says };
  });
  const width = Math.max(left + designs.length * cell, MINIMUM_WIDTH);
  const small = smallPrint({ keys, notes: notesOf(heat) }, { top: top + rows.length * cell + 10, width });
  const largest = Math.max(LEAST, ...change.flat().map(Math.abs));
  return chartOf({
    title,
    description: describe(heat, title),
    width,
    height: Math.ceil(small.bottom),
    layers: [
      rectLayer(cells, {
        name: "change of Q",
        fill: divergingFill("value", largest, [palette.study, palette.pooled]),
        mark: { opacity: 0.8 },
      }),
      rectLayer(squares, { name: "contributions", mark: { fill: palette.muted, opacity: 0.75 } }),
      ...small.layers,
      ...labelLayers([...headLabels(names, { left, top, cell, designs: designs.length }), ...small.labels]),
    ],
  });
}

const MINIMUM_WIDTH = 380;
/** Colours are full at the largest change of Q, or at this one where all are smaller: they may be rounding. */
const LEAST = 1;

/** "2  acupuncture against sham": the number of its design first. */
function nameOf({ designs }: NetHeat, { design, treatment, against }: HeatRow): string {
  const several = designs[design]!.treatments.length > 2 ? ` (of ${designs[design]!.treatments.length} arms)` : "";
  return `${design + 1}  ${treatment} against ${against}${several}`;
}

interface HeadPlaces {
  readonly left: number;
  readonly top: number;
  readonly cell: number;
  readonly designs: number;
}

function headLabels(names: readonly string[], { left, top, cell, designs }: HeadPlaces): readonly Label[] {
  return [
    ...names.map((text, i): Label => ({ text, x: left - 10, y: top + (i + 0.5) * cell, align: "right" })),
    ...Array.from({ length: designs }, (_, column): Label => {
      return { text: String(column + 1), x: left + (column + 0.5) * cell, y: top - 10, align: "center" };
    }),
  ];
}

const keys: readonly Key[] = [
  { text: "the two contradict each other", mark: "area", color: palette.pooled },
  { text: "they support each other", mark: "area", color: palette.study },
  {
    text: "how much of the design's evidence goes into the row's estimate, by area",
    mark: "square",
    color: palette.muted,
  },
];

function notesOf({ Q }: NetHeat): readonly string[] {
  return [
    "Columns: designs by the number in front of their rows.",
    `Colours: by how much the inconsistency of the row's design (of Q between designs ${fixed(Q, 2)} in all) falls where the column's design has effects of its own.`,
  ];
}

function describe({ designs, Q, change }: NetHeat, title: string): string {
  const pairs = designs.flatMap((_, row) =>
    designs.flatMap((__, column) => (row === column ? [] : [{ row, column, value: change[row]![column]! }])),
  );
  const largest = pairs.reduce((most, pair) => (pair.value > most.value ? pair : most));
  const name = (place: number) => designs[place]!.treatments.join(", ");
  const of = title === "" ? "" : `, ${title}`;
  return `Net heat plot of ${designs.length} designs${of}: Q between designs ${fixed(Q, 2)}; the inconsistency of ${name(largest.row)} falls most, by ${fixed(largest.value, 2)}, where ${name(largest.column)} has effects of its own.`;
}
