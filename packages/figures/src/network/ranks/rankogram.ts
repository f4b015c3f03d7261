import { fixed, type RankedInDistribution, type RankProbabilities } from "@acumeta/core";
import type { ChartSpec } from "../../chartSpec.js";
import { checkArgument, isObject } from "../../checkArgument.js";
import { chartOf } from "../../layout/chartOf.js";
import { type Label, labelLayers } from "../../layout/label.js";
import { paragraphs } from "../../layout/paragraphs.js";
import { type Rect, rectLayer } from "../../layout/rects.js";
import { wrapText } from "../../text/wrapText.js";
import { palette, sizes } from "../../theme/theme.js";
import { checkRanking } from "./checkRanking.js";

/** How rank probabilities are drawn. */
export interface RankogramOptions {
  readonly title?: string;
  /** Probabilities of a rank or better, whose mean over all but the last is SUCRA; false unless given. */
  readonly cumulative?: boolean;
  /** Panels side by side, 1 to 12; as many as make the grid about as wide as high, at most 5, unless given. */
  readonly columns?: number;
}

const PANEL = { width: 150, height: 84, gap: 26, left: 34, axis: 18 } as const;

/**
 * The probability of each rank, a panel for each treatment, the highest score (SUCRA) first.
 *
 * Throws `WRONG_ARGUMENT`, `NOTHING_TO_DRAW`.
 *
 * Salanti, Ades & Ioannidis 2011, Journal of Clinical Epidemiology 64:163-171.
 *
 * @example
 * import { rankProbabilities } from "@acumeta/core";
 * import { rankogram } from "@acumeta/figures";
 * const joint = { names: ["acupuncture", "sham"], estimates: [-0.6, -0.3], vcov: [[0.02, 0.01], [0.01, 0.03]], reference: "none" };
 * const ranks = rankProbabilities(joint, { better: "lower" });
 * rankogram(ranks).description.startsWith("Probabilities of the ranks of 3, best first: acupuncture"); // => true
 */
export function rankogram(ranks: RankProbabilities, options: RankogramOptions = {}): ChartSpec {
  checkArgument(isObject(options), "options", options, "an object of options, or none");
  const ranked = checkRanking<RankedInDistribution>(ranks);
  const isDistribution = ranked.every((each) => "probabilities" in each && "cumulative" in each);
  checkArgument(isDistribution, "ranks", ranks, "what rankProbabilities gives");
  const { title = "", cumulative = false, columns = columnsFor(ranked.length) } = options;
  const isCount = Number.isInteger(columns) && columns >= 1 && columns <= 12;
  checkArgument(isCount, "columns", columns, "a whole number from 1 to 12");
  const heads = ranked.map(({ name }) => wrapText(name, PANEL.width, { bold: true }));
  const headLines = Math.max(...heads.map((lines) => lines.length)) + 1;
  const headHeight = headLines * sizes.lineHeight + 6;
  const rowHeight = headHeight + PANEL.height + PANEL.axis + PANEL.gap;
  const across = Math.min(columns, ranked.length);
  const panels = ranked.map((own, i) => {
    const x = PANEL.left + (i % across) * (PANEL.width + PANEL.gap);
    const y = Math.floor(i / across) * rowHeight + headHeight;
    return { own, head: heads[i]!, x, y, isFirst: i % across === 0 };
  });
  const width = PANEL.left + across * (PANEL.width + PANEL.gap) - PANEL.gap + 8;
  const bottom = Math.ceil(ranked.length / across) * rowHeight - PANEL.gap + 8;
  const small = paragraphs(notesOf(ranks, cumulative), { top: bottom, width });
  return chartOf({
    title,
    description: describe(ranked, { cumulative, title }),
    width,
    height: Math.ceil(small.bottom),
    layers: [
      rectLayer(panels.flatMap(gridOf), { name: "panels", mark: { fill: palette.band } }),
      rectLayer(
        panels.flatMap((panel) => barsOf(panel, cumulative)),
        { name: cumulative ? "cumulative probabilities" : "probabilities", mark: { fill: palette.study } },
      ),
      ...labelLayers([...panels.flatMap(labelsOf), ...small.labels]),
    ],
  });
}

function columnsFor(n: number): number {
  return Math.min(5, Math.ceil(Math.sqrt(n)));
}

interface Panel {
  readonly own: RankedInDistribution;
  readonly head: readonly string[];
  readonly x: number;
  readonly y: number;
  readonly isFirst: boolean;
}

/** Lines at 0, a half and 1. */
function gridOf({ x, y }: Panel): readonly Rect[] {
  return [0, 0.5, 1].map((share) => {
    const at = y + PANEL.height * (1 - share);
    return { x, x2: x + PANEL.width, y: at - 0.5, y2: at + 0.5, says: "" };
  });
}

function barsOf({ own, x, y }: Panel, cumulative: boolean): readonly Rect[] {
  const values = cumulative ? own.cumulative : own.probabilities;
  const step = PANEL.width / values.length;
  return values.map((value, i) => ({
    x: x + (i + 0.12) * step,
    x2: x + (i + 0.88) * step,
    y: y + PANEL.height * (1 - value),
    y2: y + PANEL.height,
    says: `${own.name}: ${cumulative && i > 0 ? `rank ${i + 1} or better` : `rank ${i + 1}`} with probability ${fixed(value, 3)}`,
  }));
}

function labelsOf({ own, head, x, y, isFirst }: Panel): readonly Label[] {
  const n = own.probabilities.length;
  const every = Math.ceil(n / 8);
  const top = y - 10 - sizes.lineHeight;
  const small = { size: sizes.note, color: palette.muted } as const;
  return [
    ...head.map((text, line) => ({ text, x, y: top - (head.length - 1 - line) * sizes.lineHeight, bold: true })),
    { text: `SUCRA ${fixed(own.score, 2)}`, x, y: y - 12, ...small },
    ...Array.from({ length: n }, (_, i) => i)
      .filter((i) => i % every === 0)
      .map((i) => ({
        text: String(i + 1),
        x: x + ((i + 0.5) * PANEL.width) / n,
        y: y + PANEL.height + 11,
        align: "center" as const,
        ...small,
      })),
    ...(isFirst ? [0, 0.5, 1] : []).map((share) => ({
      text: String(share),
      x: x - 6,
      y: y + PANEL.height * (1 - share),
      align: "right" as const,
      ...small,
    })),
  ];
}

function notesOf({ method, draws, seed, poth }: RankProbabilities, cumulative: boolean): readonly string[] {
  const how = method === "exact" ? "computed exactly" : `from ${draws} draws, seed ${seed}`;
  return [
    `Probability of each rank${cumulative ? " or a better one" : ""} (1 is best), ${how}. SUCRA: the mean of the cumulative probabilities of all ranks but the last.`,
    ...(poth === null ? [] : [`Precision of the hierarchy ${fixed(poth, 2)}: 1 is a sure order, 0 nothing known.`]),
  ];
}

function describe(
  ranked: readonly RankedInDistribution[],
  { cumulative, title }: { readonly cumulative: boolean; readonly title: string },
): string {
  const each = ranked.map(({ name, score, probabilities }) => {
    const likely = probabilities.indexOf(Math.max(...probabilities));
    return `${name} most likely ${likely + 1} (probability ${fixed(probabilities[likely]!, 2)}), SUCRA ${fixed(score, 2)}`;
  });
  const of = title === "" ? "" : `, ${title}`;
  return `${cumulative ? "Cumulative probabilities" : "Probabilities"} of the ranks of ${ranked.length}${of}, best first: ${each.join("; ")}.`;
}
