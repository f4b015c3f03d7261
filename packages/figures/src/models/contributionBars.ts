import { type ContributionMatrix, counted, metaError } from "@acumeta/core";
import type { ChartSpec } from "../chartSpec.js";
import { checkArgument, isObject } from "../checkArgument.js";
import { chartOf } from "../layout/chartOf.js";
import { checkWidth } from "../layout/checkWidth.js";
import { type Label, labelLayers } from "../layout/label.js";
import { layoutTable } from "../layout/layoutTable.js";
import { paragraphs } from "../layout/paragraphs.js";
import { rectLayer } from "../layout/rects.js";
import { messages } from "../messages.js";
import { textWidth } from "../text/textWidth.js";
import { palette, series, sizes } from "../theme/theme.js";

/** How contributions are drawn. */
export interface ContributionBarsOptions {
  readonly title?: string;
  /** Whose shares: those of direct comparisons, or of trials; "comparisons" unless given. */
  readonly by?: "comparisons" | "trials";
  /** Width of a whole bar in pixels, 120 to 2000; 460 unless given. */
  readonly width?: number;
}

const ROW = 24;
const BAR = 8.5;

/**
 * From which evidence each estimate of a network comes, of what `contributionMatrix` finds: bars of shares that sum to one, the
 * largest first. Shares below 0, which variances unlike those of independent arms can make, are left out and said.
 *
 * Throws `WRONG_ARGUMENT`, `NOTHING_TO_DRAW`, `WIDTH_OUT_OF_RANGE`. Papakonstantinou et al. 2018, F1000Research 7:610.
 *
 * @example
 * import { contributionMatrix, network } from "@acumeta/core";
 * import { contributionBars } from "@acumeta/figures";
 * const smd = { measure: "SMD" } as const;
 * const fit = network(
 *   [
 *     { ...smd, study: "A", treat1: "acupuncture", treat2: "sham", yi: -0.3, vi: 0.02 },
 *     { ...smd, study: "B", treat1: "acupuncture", treat2: "waiting", yi: -0.8, vi: 0.04 },
 *   ],
 *   { tau2: "EE", interval: "z" },
 * );
 * contributionBars(contributionMatrix(fit)).description.startsWith("Evidence behind 3 estimates"); // => true
 */
export function contributionBars(matrix: ContributionMatrix, options: ContributionBarsOptions = {}): ChartSpec {
  const isMatrix = isObject(matrix) && "rows" in matrix && "pairs" in matrix && Array.isArray(matrix.rows);
  checkArgument(isMatrix, "matrix", matrix, "what contributionMatrix gives");
  checkArgument(isObject(options), "options", options, "an object of options, or none");
  const { title = "", by = "comparisons", width = 460 } = options;
  checkArgument(by === "comparisons" || by === "trials", "by", by, '"comparisons" or "trials"');
  checkWidth(width);
  if (matrix.rows.length === 0) throw metaError(messages.nothingToDraw("estimates"));
  const pairName = ({ treatment, against }: { readonly treatment: string; readonly against: string }) =>
    `${treatment} : ${against}`;
  const sources = by === "trials" ? matrix.studies : matrix.pairs.map(pairName);
  const rows = matrix.rows.map((row) => ({ name: pairName(row), shares: by === "trials" ? row.studies : row.pairs }));
  const names = { head: "Estimate", align: "left", side: "left", cells: rows.map(({ name }) => name) } as const;
  const table = layoutTable(
    [names],
    rows.map(() => ({})),
    { plotWidth: width, rowHeight: ROW },
  );
  const segments = rows.flatMap((row, i) =>
    segmentsOf(row, { sources, y: table.rows[i]!, left: table.plot.left, width }),
  );
  const isNegative = rows.some(({ shares }) => shares.some((share) => share < -1e-9));
  const small = paragraphs(
    [
      `Bars: shares of the ${by === "trials" ? "trials" : "direct comparisons"} in each estimate, largest first, by number: ${sources.map((source, i) => `${i + 1}\u00a0${source}`).join("; ")}. Colours tell neighbours apart and have no meaning.`,
      ...(isNegative ? ["Shares below 0 are left out."] : []),
    ],
    { top: table.bottom + 12, width: table.width },
  );
  return chartOf({
    title,
    description: describeShares(rows, sources, title),
    width: table.width,
    height: Math.ceil(small.bottom),
    layers: [
      rectLayer(segments, {
        name: "shares",
        fill: { field: "color", type: "nominal", scale: null },
        mark: { opacity: 0.45, stroke: palette.paper },
      }),
      ...labelLayers([...table.labels, ...segments.flatMap(({ label }) => label), ...small.labels]),
    ],
  });
}

interface BarRow {
  readonly name: string;
  readonly shares: readonly number[];
}

interface BarFrame {
  readonly sources: readonly string[];
  readonly y: number;
  readonly left: number;
  readonly width: number;
}

function segmentsOf({ name, shares }: BarRow, { sources, y, left, width }: BarFrame) {
  let x = left;
  const ordered = shares.map((share, source) => ({ share, source })).filter(({ share }) => share > 1e-6);
  return ordered
    .sort((a, b) => b.share - a.share)
    .map(({ share, source }) => {
      const start = x;
      x += share * width;
      const part = `${Math.round(100 * share)}%`;
      const texts = [`${source + 1}  ${sources[source]}  ${part}`, `${source + 1}  ${part}`, `${source + 1}`];
      const text = texts.find((each) => textWidth(each, { size: sizes.note }) + 8 <= x - start);
      const label: readonly Label[] = text === undefined ? [] : [{ text, x: start + 4, y, size: sizes.note }];
      const color = series[source % series.length]!;
      const says = `${name}: ${(100 * share).toFixed(1)}% from ${sources[source]}`;
      return { x: start, x2: x, y: y - BAR, y2: y + BAR, color, says, label };
    });
}

function describeShares(rows: readonly BarRow[], sources: readonly string[], title: string): string {
  const each = rows.slice(0, 12).map(({ name, shares }) => {
    const most = shares.indexOf(Math.max(...shares));
    return `${name} most from ${sources[most]} (${Math.round(100 * shares[most]!)}%)`;
  });
  const more = rows.length > 12 ? `; and ${rows.length - 12} more` : "";
  return `Evidence behind ${counted(rows.length, "estimate")}${title === "" ? "" : `, ${title}`}: ${each.join("; ")}${more}.`;
}
