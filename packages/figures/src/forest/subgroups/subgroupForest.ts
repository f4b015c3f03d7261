import type { Subgroups } from "@acumeta/core";
import type { ChartSpec } from "../../chartSpec.js";
import { checkArgument, isObject } from "../../checkArgument.js";
import { chartOf } from "../../layout/chartOf.js";
import { labelLayers } from "../../layout/label.js";
import { horizontalLines } from "../../layout/lines.js";
import { plotFoot } from "../../layout/plotFoot.js";
import type { ValueAxis } from "../../layout/valueAxis.js";
import { effectRange } from "../effectRange.js";
import { type ForestOptions, resolveForest, studyOrders } from "../forestOptions.js";
import { forestScale } from "../forestScale.js";
import { ROW_HEIGHT } from "../forestTable.js";
import { subgroupLayers } from "./subgroupLayers.js";
import { type SubgroupRow, subgroupRows } from "./subgroupRows.js";
import { subgroupTable } from "./subgroupTable.js";
import { describeSubgroups, subgroupNotes } from "./subgroupWords.js";

/**
 * A forest plot by group: the studies of each group with its pooled effect, then that of all studies, with the test of
 * whether groups differ. Weights are those in the fit of all studies. Options as of `forestPlot`.
 *
 * Throws `WRONG_ARGUMENT`, and what `forestPlot` throws.
 *
 * @example
 * import { subgroups } from "@acumeta/core";
 * import { subgroupForest } from "@acumeta/figures";
 * const effects = [
 *   { study: "A", measure: "SMD", yi: 0.1, vi: 0.02, comparator: "sham" },
 *   { study: "B", measure: "SMD", yi: 0.3, vi: 0.02, comparator: "sham" },
 *   { study: "C", measure: "SMD", yi: 0.7, vi: 0.02, comparator: "none" },
 * ] as const;
 * const chart = subgroupForest(subgroups(effects, { by: "comparator", interval: "z" }));
 * chart.description.includes("sham (2) 0.20"); // => true
 */
export function subgroupForest(result: Subgroups, options: ForestOptions = {}): ChartSpec {
  const isResult = isObject(result) && "groups" in result && Array.isArray(result.groups) && "overall" in result;
  checkArgument(isResult, "result", result, "what subgroups gives");
  const { overall } = result;
  const { title, favours, width } = resolveForest(overall, options);
  const scale = forestScale(overall.measure, overall.studies);
  const rows = subgroupRows(result, studyOrders[options.sort ?? "given"]);
  const columnsOf = (fit: typeof overall) => resolveForest(fit, options).columns;
  const table = subgroupTable(rows, { overall, columnsOf, width });
  const [lower, upper] = rangeOf(rows, result);
  const domain = [scale.show(lower), scale.show(upper)] as const;
  const cutOff = boundsOf(rows).some((bar) => bar.lower < lower || bar.upper > upper);
  const foot = plotFoot(
    { axisTitle: scale.axisTitle, favours, notes: subgroupNotes(result, cutOff) },
    { table, domain, scale },
  );
  const range = [table.plot.left, table.plot.right] as const;
  const axis: ValueAxis = { type: scale.type, domain, range, y: foot.axisY, height: foot.height };
  const ruled = table.rows[rows.findIndex(({ kind }) => kind === "overall")]! - ROW_HEIGHT / 2 - 5;
  return chartOf({
    title,
    description: describeSubgroups(result, scale, title),
    width: table.width,
    height: foot.height,
    layers: [
      horizontalLines([table.headBottom, ruled], table.width),
      ...subgroupLayers(rows, { scale, table, axis }),
      ...labelLayers([...table.labels, ...foot.labels]),
    ],
  });
}

function rangeOf(rows: readonly SubgroupRow[], { overall, measure }: Subgroups): readonly [number, number] {
  const studies = rows.flatMap((row) => (row.kind === "study" ? [{ ...row.study, estimate: row.study.yi }] : []));
  const pooled = rows.flatMap((row) =>
    row.kind === "group" || row.kind === "overall" ? [{ ...row.fit.ci, estimate: row.fit.estimate, room: 4 }] : [],
  );
  return effectRange(measure, [...studies, ...pooled], overall.pi === null ? [] : [overall.pi]);
}

/** All intervals drawn, on the scale of pooling. */
function boundsOf(rows: readonly SubgroupRow[]): readonly { readonly lower: number; readonly upper: number }[] {
  return rows.flatMap((row): readonly { readonly lower: number; readonly upper: number }[] => {
    if (row.kind === "head") return [];
    if (row.kind === "study") return [row.study];
    return row.kind === "prediction" ? [row.fit.pi!] : [row.fit.ci];
  });
}
