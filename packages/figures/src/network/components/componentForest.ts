import {
  type ComponentNetwork,
  counted,
  countText,
  type GoodEnd,
  type Measure,
  measures,
  metaError,
  networkTau2Estimators,
  percent,
  pText,
  type ShrunkComponents,
} from "@acumeta/core";
import type { ChartSpec } from "../../chartSpec.js";
import { checkArgument, isObject } from "../../checkArgument.js";
import { labelOf, sentence } from "../../forest/forestNotes.js";
import { type ForestScale, forestScale, withInterval } from "../../forest/forestScale.js";
import { checkWidth } from "../../layout/checkWidth.js";
import { messages } from "../../messages.js";
import { palette } from "../../theme/theme.js";
import { type EffectRow, effectRows } from "../effectRows.js";

/** How the effects of components are drawn. */
export interface ComponentForestOptions {
  readonly title?: string;
  /** Which effects are good: says under the axis which side favours adding the component; nothing unless given. */
  readonly better?: GoodEnd;
  /** Width of the plotting area in pixels, 120 to 2000; 320 unless given. Text columns are added to it. */
  readonly width?: number;
}

type Component = ComponentNetwork["components"][number] | ShrunkComponents["components"][number];

/**
 * The effect of adding each component, of `componentNetwork` or `shrunkComponents`. What the trials can't tell has a row too, and
 * the note why. Ratios are shown back-transformed on a log axis.
 *
 * Throws `WRONG_ARGUMENT`, `NOTHING_TO_DRAW` where no component has an estimate, `WIDTH_OUT_OF_RANGE`.
 *
 * @example
 * import { componentNetwork } from "@acumeta/core";
 * import { componentForest } from "@acumeta/figures";
 * const smd = { measure: "SMD" } as const;
 * const fit = componentNetwork(
 *   [
 *     { ...smd, study: "A", treat1: "needle+point", treat2: "care", yi: -0.9, vi: 0.02 },
 *     { ...smd, study: "B", treat1: "needle", treat2: "care", yi: -0.7, vi: 0.04 },
 *   ],
 *   { inactive: "care", interval: "z" },
 * );
 * componentForest(fit).description.startsWith("Effects of 2 components, SMD"); // => true
 */
export function componentForest(
  fit: ComponentNetwork | ShrunkComponents,
  options: ComponentForestOptions = {},
): ChartSpec {
  const isFit =
    isObject(fit) && "components" in fit && Array.isArray(fit.components) && "measure" in fit && isMeasure(fit.measure);
  checkArgument(isFit, "fit", fit, "what componentNetwork or shrunkComponents gives");
  checkArgument(isObject(options), "options", options, "an object of options, or none");
  const { title = "", better, width = 320 } = options;
  checkWidth(width);
  const components: readonly Component[] = fit.components;
  const told = components.flatMap(({ ci }) => (ci === null ? [] : [ci]));
  if (told.length === 0) throw metaError(messages.nothingToDraw("component that trials tell"));
  const scale = forestScale(fit.measure, told);
  const text = (component: Component) =>
    component.estimate === null
      ? "cannot be told"
      : withInterval({ ...component.ci, estimate: component.estimate }, scale);
  const left = { align: "left", side: "left" } as const;
  const right = { align: "right", side: "right" } as const;
  return effectRows({
    title,
    description: describe(components, scale, title),
    measure: fit.measure,
    scale,
    columns: [
      { ...left, head: "Component", cells: components.map(({ component }) => component) },
      { align: "right", side: "left", head: "Trials", cells: components.map(({ trials }) => countText(trials)) },
      { ...right, head: `${scale.short} [${percent(told[0]!.level)} CI]`, cells: components.map(text) },
      { ...right, head: "p", cells: components.map(({ ci }) => (ci === null ? "" : pText(ci.p).replace(/^p = /, ""))) },
    ],
    rows: components.map((component) => rowOf(component, text(component))),
    axisTitle: scale.axisTitle.replace(/( \(log scale\))?$/, (log) => ` of adding the component${log}`),
    favours: favoursOf(better),
    notes: notesOf(fit),
    width,
  });
}

const isMeasure = (id: unknown): id is Measure => typeof id === "string" && Object.hasOwn(measures, id);

function favoursOf(better: GoodEnd | undefined) {
  if (better === undefined) return null;
  checkArgument(better === "higher" || better === "lower", "better", better, '"higher" or "lower"');
  const [bad, good] = ["Better without it", "Better with it"] as const;
  return better === "higher" ? { left: bad, right: good } : { left: good, right: bad };
}

function rowOf({ component, estimate, ci }: Component, text: string): EffectRow {
  if (estimate === null) return { mark: null };
  const { lower, upper } = ci;
  const style = { shape: "square", color: palette.study } as const;
  return { mark: { estimate, lower, upper, pi: null, ...style, says: `${component}: ${text}` } };
}

function notesOf(fit: ComponentNetwork | ShrunkComponents): readonly string[] {
  const untold = "additivity" in fit ? fit.components.flatMap(({ because }) => because ?? []) : [];
  return [
    ...[...new Set(untold)].map((because) => `Cannot be told: ${sentence(because)}`),
    "additivity" in fit ? additivityNote(fit) : shrinkageNote(fit),
    `τ²: ${labelOf(networkTau2Estimators, fit.tau2.method)} (${fit.tau2.method}).`,
  ];
}

function additivityNote({ additivity }: ComponentNetwork): string {
  const assumed = "Effects of components are assumed to add up";
  if (additivity === null) return `${assumed}; what no trial joins is compared by that alone.`;
  if (additivity.df === 0)
    return `${assumed}: these trials cannot test it, there are as many components as treatments to compare.`;
  const { Q, df, p } = additivity;
  return `${assumed}: sums fit worse than treatments by themselves by Q = ${Q.toFixed(2)}, df = ${df}, ${pText(p)}.`;
}

function shrinkageNote({ variance: { value, p } }: ShrunkComponents): string {
  return `Components are drawn from one distribution with variance ${value.toPrecision(2)} (test of no differences: ${pText(p)}), and estimates to its mean.`;
}

function describe(components: readonly Component[], scale: ForestScale, title: string): string {
  const each = components.map(({ component, estimate, ci }) =>
    estimate === null ? `${component} cannot be told` : `${component} ${withInterval({ ...ci, estimate }, scale)}`,
  );
  const of = title === "" ? "" : `, ${title}`;
  return `Effects of ${counted(components.length, "component")}${of}, ${scale.short}: ${each.join("; ")}.`;
}
