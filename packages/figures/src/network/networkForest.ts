import {
  compareTreatments,
  counted,
  countText,
  type GoodEnd,
  type Network,
  percent,
  type TreatmentEffect,
} from "@acumeta/core";
import type { ChartSpec } from "../chartSpec.js";
import { checkArgument } from "../checkArgument.js";
import { type ForestScale, forestScale, withInterval } from "../forest/forestScale.js";
import { checkWidth } from "../layout/checkWidth.js";
import type { Favours } from "../layout/favoursLabels.js";
import type { TextColumn } from "../layout/layoutTable.js";
import { palette } from "../theme/theme.js";
import { checkNetwork } from "./checkNetwork.js";
import { type EffectRow, effectRows } from "./effectRows.js";
import { networkNotes } from "./networkNotes.js";
import { orderTreatments, type TreatmentOrder } from "./treatmentOrder.js";

/** How the effects of a network are drawn. */
export interface NetworkForestOptions {
  readonly title?: string;
  /** The treatment with which the others are compared; the network's reference unless given. */
  readonly against?: string;
  /** Order of the treatments; their own unless given. */
  readonly order?: TreatmentOrder;
  /** Which effects are good: says under the axis what each side favours; nothing unless given. */
  readonly better?: GoodEnd;
  /** Width of the plotting area in pixels, 120 to 2000; 320 unless given. Text columns are added to it. */
  readonly width?: number;
}

/**
 * Every treatment of a network against one of them: estimate, confidence interval, prediction interval (orange), trials and
 * patients of each treatment, heterogeneity and methods. Ratios are shown back-transformed on a log axis.
 *
 * Throws `WRONG_ARGUMENT`, `UNKNOWN_TREATMENT`, `NOT_AN_ORDER`, `WIDTH_OUT_OF_RANGE`.
 *
 * @example
 * import { network } from "@acumeta/core";
 * import { networkForest } from "@acumeta/figures";
 * const smd = { measure: "SMD" } as const;
 * const fit = network(
 *   [
 *     { ...smd, study: "A", treat1: "acupuncture", treat2: "sham", yi: -0.3, vi: 0.02 },
 *     { ...smd, study: "B", treat1: "acupuncture", treat2: "waiting", yi: -0.8, vi: 0.04 },
 *   ],
 *   { tau2: "EE", interval: "z" },
 * );
 * networkForest(fit, { against: "sham", better: "lower" }).description;
 * // => "Forest plot of a network: 2 treatments against sham, SMD with 95% confidence intervals: acupuncture −0.30 [−0.58, −0.02]; waiting 0.50 [0.02, 0.98]."
 */
export function networkForest(network: Network, options: NetworkForestOptions = {}): ChartSpec {
  checkNetwork(network, options);
  const { title = "", against = network.reference, order, better, width = 320 } = options;
  checkWidth(width);
  const names = orderTreatments(
    network.treatments.map(({ name }) => name),
    order,
  );
  const effects = names.filter((name) => name !== against).map((name) => compareTreatments(network, name, against));
  const scale = forestScale(
    network.measure,
    effects.map(({ ci }) => ci),
  );
  const ordered = [...effects.map(({ treatment }) => treatment), against];
  return effectRows({
    title,
    description: describe(effects, scale, title),
    measure: network.measure,
    scale,
    columns: columnsOf(network, { effects, names: ordered, scale }),
    rows: [...effects.map((effect) => rowOf(effect, scale)), { mark: null, gap: 4 }],
    axisTitle: scale.axisTitle.replace(/( \(log scale\))?$/, (log) => ` against ${against}${log}`),
    favours: favoursOf(against, better),
    keys: effects.some(({ pi }) => pi !== null)
      ? [{ text: "prediction interval", mark: "area", color: palette.prediction }]
      : [],
    notes: networkNotes(network),
    width,
  });
}

function favoursOf(against: string, better: GoodEnd | undefined): Favours | null {
  if (better === undefined) return null;
  checkArgument(better === "higher" || better === "lower", "better", better, '"higher" or "lower"');
  const [bad, good] = [`Favours ${against}`, "Favours the treatment"];
  return better === "higher" ? { left: bad, right: good } : { left: good, right: bad };
}

interface Shown {
  readonly effects: readonly TreatmentEffect[];
  /** Of the rows: the treatments, then that with which they are compared. */
  readonly names: readonly string[];
  readonly scale: ForestScale;
}

function columnsOf({ treatments, choices }: Network, { effects, names, scale }: Shown): readonly TextColumn[] {
  const rows = names.map((name) => treatments.find((treatment) => treatment.name === name)!);
  const numbers = { align: "right", side: "left" } as const;
  const intervals = { align: "right", side: "right" } as const;
  const level = percent(choices.level);
  return [
    { head: "Treatment", align: "left", side: "left", cells: names },
    { ...numbers, head: "Trials", cells: rows.map(({ trials }) => countText(trials)) },
    ...(rows.some(({ n }) => n !== null)
      ? [{ ...numbers, head: "Patients", cells: rows.map(({ n }) => (n === null ? "" : countText(n))) }]
      : []),
    {
      ...intervals,
      head: `${scale.short} [${level} CI]`,
      cells: [
        ...effects.map((effect) => withInterval({ ...effect.ci, estimate: effect.estimate }, scale)),
        "reference",
      ],
    },
    ...(effects.some(({ pi }) => pi !== null)
      ? [{ ...intervals, head: `[${level} PI]`, cells: [...effects.map(({ pi }) => limits(pi, scale)), ""] }]
      : []),
  ];
}

function rowOf({ treatment, estimate, ci, pi }: TreatmentEffect, scale: ForestScale): EffectRow {
  const prediction = pi === null ? "" : `, prediction interval ${limits(pi, scale)}`;
  const says = `${treatment}: ${withInterval({ ...ci, estimate }, scale)}${prediction}`;
  const { lower, upper } = ci;
  return { mark: { estimate, lower, upper, pi, shape: "square", color: palette.study, says } };
}

function limits(pi: TreatmentEffect["pi"], { text }: ForestScale): string {
  return pi === null ? "" : `[${text(pi.lower)}, ${text(pi.upper)}]`;
}

function describe(effects: readonly TreatmentEffect[], scale: ForestScale, title: string): string {
  const [{ against, ci }] = effects as readonly [TreatmentEffect];
  const each = effects.map(
    ({ treatment, estimate, ci: limits }) => `${treatment} ${withInterval({ ...limits, estimate }, scale)}`,
  );
  const what = `${counted(effects.length, "treatment")} against ${against}, ${scale.short} with ${percent(ci.level)} confidence intervals`;
  return `Forest plot of a network${title === "" ? "" : `, ${title}`}: ${what}: ${each.join("; ")}.`;
}
