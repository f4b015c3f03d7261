import { type Influence, metaError, type StudyInfluence } from "@acumeta/core";
import type { ChartSpec, JsonObject } from "../chartSpec.js";
import { checkArgument, isObject } from "../checkArgument.js";
import { chartOf } from "../layout/chartOf.js";
import { labelLayers } from "../layout/label.js";
import { layoutTable } from "../layout/layoutTable.js";
import { horizontalLines } from "../layout/lines.js";
import type { Key } from "../layout/plane/keys.js";
import { smallPrint } from "../layout/smallPrint.js";
import { messages } from "../messages.js";
import { palette } from "../theme/theme.js";
import { STRIP, type Strip, stripLabels, stripMarks, strips } from "./strips.js";

/** How influence diagnostics are drawn. */
export interface InfluencePanelOptions {
  readonly title?: string;
}

const ROW_HEIGHT = 18;

/**
 * The diagnostics of `influence`, a strip each: residuals without the study, DFFITS, Cook's distance, DFBETAS, the covariance ratio,
 * τ² and Q without it, and its weight. Dashed lines are the limits of the rules; what a rule marks is coloured.
 *
 * Throws `WRONG_ARGUMENT`, `NOTHING_TO_DRAW`. Viechtbauer & Cheung 2010, Research Synthesis Methods 1:112-125.
 *
 * @example
 * import { influence } from "@acumeta/core";
 * import { influencePanel } from "@acumeta/figures";
 * const yi = [0.1, 0.2, 0.15, 0.12, 0.18, 1.5];
 * const effects = yi.map((y, i) => ({ study: `Trial ${i + 1}`, measure: "SMD" as const, yi: y, vi: 0.02 }));
 * influencePanel(influence(effects)).description.includes("marked: Trial 6"); // => true
 */
export function influencePanel(result: Influence, options: InfluencePanelOptions = {}): ChartSpec {
  const isResult = isObject(result) && "studies" in result && "rules" in result && Array.isArray(result.studies);
  checkArgument(isResult, "result", result, "what influence gives");
  checkArgument(isObject(options), "options", options, "an object of options, or none");
  const { title = "" } = options;
  const { studies } = result;
  if (studies.length === 0) throw metaError(messages.nothingToDraw("studies"));
  const drawn = strips(result);
  const names = { head: "Study", align: "left", side: "left", cells: studies.map(({ study }) => study) } as const;
  const table = layoutTable(
    [names],
    studies.map(() => ({ gap: 0 })),
    {
      plotWidth: drawn.length * (STRIP.width + STRIP.gap),
      rowHeight: ROW_HEIGHT,
    },
  );
  const frame = { left: table.plot.left, top: table.headBottom, bottom: table.bottom + 4, rows: table.rows };
  const small = smallPrint(
    { keys: keysOf(studies), notes: notesOf(result) },
    { top: frame.bottom + STRIP.foot, width: table.width },
  );
  return chartOf({
    title,
    description: describeInfluence(result, title),
    width: table.width,
    height: Math.ceil(small.bottom),
    layers: [
      horizontalLines([table.headBottom], table.width),
      ...drawn.flatMap((strip: Strip, i): readonly JsonObject[] => stripMarks(strip, i, frame)),
      ...small.layers,
      ...labelLayers([...table.labels, ...drawn.flatMap((strip, i) => stripLabels(strip, i, frame)), ...small.labels]),
    ],
  });
}

function keysOf(studies: readonly StudyInfluence[]): readonly Key[] {
  const marked = studies.some(({ reasons }) => reasons.length > 0);
  return [
    { text: "limit of a rule", mark: "dashed", color: palette.rule },
    ...(marked ? [{ text: "marked by a rule", mark: "disc", color: palette.pooled } as const] : []),
  ];
}

function notesOf({ rules }: Influence): readonly string[] {
  return [
    `Rules: ${rules.map(({ label }) => label).join("; ")}. A mark asks to look at the study; it is no reason to leave it out.`,
  ];
}

function describeInfluence({ k, studies }: Influence, title: string): string {
  const marked = studies
    .filter(({ reasons }) => reasons.length > 0)
    .map(({ study, reasons }) => `${study} (${reasons.join(", ")})`);
  return `Influence of ${k} studies on the pooled effect${title === "" ? "" : `, ${title}`}; ${marked.length === 0 ? "no study is marked by a rule" : `marked: ${marked.join("; ")}`}.`;
}
