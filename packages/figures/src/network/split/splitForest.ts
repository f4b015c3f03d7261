import {
  counted,
  countText,
  metaError,
  type Network,
  type NodeSplit,
  type NodeSplits,
  percent,
  pText,
} from "@acumeta/core";
import type { ChartSpec } from "../../chartSpec.js";
import { checkArgument, isObject } from "../../checkArgument.js";
import { type ForestScale, forestScale, withInterval } from "../../forest/forestScale.js";
import { checkWidth } from "../../layout/checkWidth.js";
import { messages } from "../../messages.js";
import { palette } from "../../theme/theme.js";
import { checkNetwork } from "../checkNetwork.js";
import { type EffectRow, effectRows } from "../effectRows.js";

/** How direct and indirect evidence is drawn. */
export interface SplitForestOptions {
  readonly title?: string;
  /** Width of the plotting area in pixels, 120 to 2000; 300 unless given. Text columns are added to it. */
  readonly width?: number;
}

type Estimate = NonNullable<NodeSplit["direct"]>;

/** The three estimates of a comparison: name, shape and colour. */
const kinds = {
  direct: { shape: "square", color: palette.study },
  indirect: { shape: "circle", color: palette.prediction },
  network: { shape: "diamond", color: palette.pooled },
} as const;

/**
 * Direct against indirect evidence: of every comparison that any trial makes its direct, indirect and network estimate, with the
 * share of direct evidence and the p of the difference between the two. Ratios are shown back-transformed on a log axis.
 *
 * Throws `WRONG_ARGUMENT`, `NOTHING_TO_DRAW` where no trial compares two treatments, `WIDTH_OUT_OF_RANGE`.
 *
 * @example
 * import { network, splitNodes } from "@acumeta/core";
 * import { splitForest } from "@acumeta/figures";
 * const smd = { measure: "SMD" } as const;
 * const fit = network(
 *   [
 *     { ...smd, study: "A", treat1: "acupuncture", treat2: "sham", yi: -0.3, vi: 0.02 },
 *     { ...smd, study: "B", treat1: "acupuncture", treat2: "waiting", yi: -0.8, vi: 0.04 },
 *     { ...smd, study: "C", treat1: "sham", treat2: "waiting", yi: -0.2, vi: 0.05 },
 *   ],
 *   { tau2: "EE", interval: "z" },
 * );
 * splitForest(fit, splitNodes(fit)).description.startsWith("Direct and indirect evidence of 3 comparisons"); // => true
 */
export function splitForest(network: Network, splits: NodeSplits, options: SplitForestOptions = {}): ChartSpec {
  checkNetwork(network, options);
  const isSplits = isObject(splits) && "comparisons" in splits && Array.isArray(splits.comparisons);
  checkArgument(isSplits, "splits", splits, "what splitNodes gives");
  const { title = "", width = 300 } = options;
  checkWidth(width);
  const made = splits.comparisons.filter(({ direct }) => direct !== null);
  if (made.length === 0) throw metaError(messages.nothingToDraw("comparison that a trial makes"));
  const all = made.flatMap((split) => estimatesOf(split).map(({ estimate }) => estimate));
  const scale = forestScale(
    network.measure,
    all.map(({ ci }) => ci),
  );
  const lines = made.flatMap((split, i) => linesOf(split, scale, i));
  const level = percent(all[0]!.ci.level);
  const left = { align: "left", side: "left" } as const;
  const numbers = { align: "right", side: "left" } as const;
  const right = { align: "right", side: "right" } as const;
  return effectRows({
    title,
    description: describe(made, scale, title),
    measure: network.measure,
    scale,
    columns: [
      { ...left, head: "Comparison", cells: lines.map(({ name }) => name) },
      { ...numbers, head: "Trials", cells: lines.map(({ trials }) => trials) },
      { ...numbers, head: "Direct share", cells: lines.map(({ share }) => share) },
      { ...right, head: `${scale.short} [${level} CI]`, cells: lines.map(({ estimate }) => estimate) },
      { ...right, head: "p of difference", cells: lines.map(({ p }) => p) },
    ],
    rows: lines.map(({ row }) => row),
    axisTitle: scale.axisTitle,
    favours: null,
    notes: [
      "Of each comparison its direct evidence (square), the indirect evidence of all other trials (circle), and both together (diamond); p of the difference between direct and indirect.",
      "Few trials make a wide difference possible: a large p is no proof that the two agree.",
      ...splits.warnings.map(({ message }) => `Note: ${message}`),
    ],
    width,
  });
}

function estimatesOf(split: NodeSplit): readonly { readonly kind: keyof typeof kinds; readonly estimate: Estimate }[] {
  return (["direct", "indirect", "network"] as const).flatMap((kind) => {
    const estimate = split[kind];
    return estimate === null ? [] : [{ kind, estimate }];
  });
}

interface Line {
  readonly name: string;
  readonly trials: string;
  readonly share: string;
  readonly estimate: string;
  readonly p: string;
  readonly row: EffectRow;
}

/** A heading and a line for each estimate. */
function linesOf(split: NodeSplit, scale: ForestScale, place: number): readonly Line[] {
  const { treatment, against, studies, share, difference } = split;
  const name = `${treatment} against ${against}`;
  const heading: Line = {
    name,
    trials: countText(studies.length),
    share: `${Math.round(100 * share)}%`,
    estimate: "",
    p: difference === null ? "no indirect evidence" : pText(difference.ci.p).replace(/^p = /, ""),
    row: { mark: null, bold: true, gap: place === 0 ? 0 : 8 },
  };
  const estimates = estimatesOf(split).map(({ kind, estimate: { estimate, ci } }): Line => {
    const text = withInterval({ ...ci, estimate }, scale);
    const { lower, upper } = ci;
    const mark = { estimate, lower, upper, pi: null, ...kinds[kind], says: `${name}, ${kind}: ${text}` };
    return { name: kind, trials: "", share: "", estimate: text, p: "", row: { mark } };
  });
  return [heading, ...estimates];
}

function describe(made: readonly NodeSplit[], scale: ForestScale, title: string): string {
  const each = made.map((split) => {
    const texts = estimatesOf(split).map(
      ({ kind, estimate: { estimate, ci } }) => `${kind} ${withInterval({ ...ci, estimate }, scale)}`,
    );
    const p = split.difference === null ? "" : `, ${pText(split.difference.ci.p)}`;
    return `${split.treatment} against ${split.against} ${texts.join(", ")}${p}`;
  });
  const of = title === "" ? "" : `, ${title}`;
  return `Direct and indirect evidence of ${counted(made.length, "comparison")}${of}, ${scale.short}: ${each.join("; ")}.`;
}
