import { type Effect, effectSizes } from "@acumeta/core";
import type { Paper, PaperResult } from "./papers/paper.ts";

type Unit = Pick<PaperResult, "measure" | "scale">;

/** The paper's effects in its unit, through the same functions that anyone would call; without those that are undefined. */
export function effectsOf(paper: Paper, unit: Unit = {}): readonly Effect[] {
  const { measure = paper.measure, scale = paper.scale ?? 1 } = unit;
  const rows =
    paper.effects === undefined
      ? effectSizes(measure, paper.table as never, paper.effectOptions as never)
      : paper.effects.yi.map((yi, i) => ({ yi, vi: paper.effects!.vi[i]! }));
  return rows.flatMap(({ yi, vi }, i) =>
    yi === null || vi === null ? [] : [{ study: `${i + 1}`, measure, yi: yi * scale, vi: vi * scale ** 2 }],
  );
}

/** The rows of the paper's table, for what pools the counts themselves. */
export function studiesOf({ table = {} }: Paper): readonly Readonly<Record<string, string | number>>[] {
  const columns = Object.entries(table);
  return columns[0]![1].map((_, i) => ({
    study: `${i + 1}`,
    ...Object.fromEntries(columns.map(([name, values]) => [name, values[i]!])),
  }));
}
