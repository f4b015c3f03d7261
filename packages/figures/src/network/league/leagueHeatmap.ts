import { counted, type GoodEnd, leagueTable, type Network, percent, type TreatmentEffect } from "@acumeta/core";
import type { ChartSpec } from "../../chartSpec.js";
import { checkArgument } from "../../checkArgument.js";
import { type ForestScale, forestScale } from "../../forest/forestScale.js";
import { chartOf } from "../../layout/chartOf.js";
import { labelLayers } from "../../layout/label.js";
import type { Key } from "../../layout/plane/keys.js";
import { divergingFill, rectLayer } from "../../layout/rects.js";
import { smallPrint } from "../../layout/smallPrint.js";
import { palette } from "../../theme/theme.js";
import { checkNetwork } from "../checkNetwork.js";
import { orderTreatments, type TreatmentOrder } from "../treatmentOrder.js";
import { type Cell, leagueCells, wordsOf } from "./leagueCells.js";
import { leagueFrame, placeOf } from "./leagueFrame.js";
import { cellLabels, headLabels } from "./leagueLabels.js";

/** How the league table is drawn. */
export interface LeagueHeatmapOptions {
  readonly title?: string;
  /** Order of the treatments, from above and from the left; their own unless given. */
  readonly order?: TreatmentOrder;
  /** Which effects are good: blue where the row is better than the column; unless given, where its effect is higher. */
  readonly better?: GoodEnd;
}

/**
 * The league table of a network as a heat map: every treatment (row) against every other one (column), with its interval. The
 * colour is that of the estimate; where the interval includes the value of no effect it is faint and the number thin, so that colour
 * alone claims nothing. Ratios are shown back-transformed, their colours by their logarithms.
 *
 * Throws `WRONG_ARGUMENT`, `NOT_AN_ORDER`.
 *
 * @example
 * import { network } from "@acumeta/core";
 * import { leagueHeatmap } from "@acumeta/figures";
 * const smd = { measure: "SMD" } as const;
 * const fit = network(
 *   [
 *     { ...smd, study: "A", treat1: "acupuncture", treat2: "sham", yi: -0.3, vi: 0.02 },
 *     { ...smd, study: "B", treat1: "acupuncture", treat2: "waiting", yi: -0.8, vi: 0.04 },
 *   ],
 *   { tau2: "EE", interval: "z" },
 * );
 * leagueHeatmap(fit, { better: "lower" }).description;
 * // => "League table of 3 treatments, SMD of row against column: acupuncture against sham −0.30 [−0.58, −0.02], apart; acupuncture against waiting −0.80 [−1.19, −0.41], apart; sham against waiting −0.50 [−0.98, −0.02], apart."
 */
export function leagueHeatmap(network: Network, options: LeagueHeatmapOptions = {}): ChartSpec {
  checkNetwork(network, options);
  const { title = "", order, better = "higher" } = options;
  checkArgument(better === "higher" || better === "lower", "better", better, '"higher" or "lower"');
  const names = orderTreatments(
    network.treatments.map(({ name }) => name),
    order,
  );
  const league = leagueTable(network);
  const scale = forestScale(
    network.measure,
    league.map(({ ci }) => ci),
  );
  const cells = leagueCells(names, league);
  const frame = leagueFrame(names, cells, scale);
  const sign = better === "higher" ? 1 : -1;
  const largest = Math.max(...cells.map(({ effect }) => Math.abs(effect.estimate)));
  const small = smallPrint(
    { keys: keysOf(better), notes: notesOf(network) },
    { top: frame.bottom + 10, width: frame.width },
  );
  const rects = cells.map((cell) => ({
    ...placeOf(cell, frame),
    value: sign * cell.effect.estimate,
    strength: cell.effect.isApart ? 0.75 : 0.25,
    says: wordsOf(cell.effect, scale),
  }));
  const diagonal = names.map((name, i) => ({ ...placeOf({ row: i, column: i }, frame), says: name }));
  const layer = rectLayer(rects, {
    name: "effects",
    fill: divergingFill("value", largest, [palette.pooled, palette.study]),
  });
  return chartOf({
    title,
    description: describe({ names, cells, scale, title }),
    width: frame.width,
    height: Math.ceil(small.bottom),
    layers: [
      {
        ...layer,
        encoding: { ...(layer.encoding as object), opacity: { field: "strength", type: "quantitative", scale: null } },
      },
      rectLayer(diagonal, { name: "diagonal", mark: { fill: palette.band } }),
      ...small.layers,
      ...labelLayers([
        ...headLabels(names, frame),
        ...cells.flatMap((cell) => cellLabels(cell, frame, scale)),
        ...small.labels,
      ]),
    ],
  });
}

function keysOf(better: GoodEnd): readonly Key[] {
  return [
    { text: `the row's effect is ${better}`, mark: "area", color: palette.study },
    { text: "the column's", mark: "area", color: palette.pooled },
  ];
}

function notesOf({ choices, measure, effects }: Network): readonly string[] {
  const [{ ci }] = effects as readonly [TreatmentEffect];
  return [
    `${measure.replace(/^log/, "")} of the row against the column, with ${percent(choices.level)} confidence intervals (${ci.method}).`,
    "Bold and in full colour: the interval excludes the value of no effect. Thin and faint: it includes it.",
  ];
}

interface Described {
  readonly names: readonly string[];
  readonly cells: readonly Cell[];
  readonly scale: ForestScale;
  readonly title: string;
}

function describe({ names, cells, scale, title }: Described): string {
  const each = cells.filter(({ row, column }) => row < column).map(({ effect }) => wordsOf(effect, scale));
  const of = title === "" ? "" : `, ${title}`;
  return `League table of ${counted(names.length, "treatment")}${of}, ${scale.short} of row against column: ${each.join("; ")}.`;
}
