import { messages } from "../../errors/messages.js";
import { metaError } from "../../errors/metaError.js";
import type { MixedDesign } from "../../sparse/mixed/mixedDesign.js";
import { additiveDesign, type ComponentModel } from "../design/componentModel.js";
import { estimableBasis } from "../design/estimableBasis.js";

/** Components as random columns of one term, interactions as those of another; before them the components' mean. */
export function shrinkageModel(model: ComponentModel, hasMean: boolean): MixedDesign {
  const { columns, trials } = model;
  const { kept } = estimableBasis(model.design);
  if (kept.length === 0) throw metaError(messages.noComponents());
  const termOf = Int32Array.from(columns, ({ parts }) => (parts.length > 1 ? 1 : 0));
  const terms = termOf.includes(1) ? 2 : 1;
  if (!hasMean) return { design: model.design, fixed: 0, termOf, terms };
  const rows = model.rows.map((row) => {
    const amount = row.reduce((sum, [column, value]) => (termOf[column] === 0 ? sum + value : sum), 0);
    return [[0, amount] as const, ...row.map(([column, value]) => [1 + column, value] as const)];
  });
  const { design } = additiveDesign(trials, 1 + columns.length, rows);
  if (kept.length === 1 || !design.column.includes(0)) throw metaError(messages.meanNotTold());
  return { design, fixed: 1, termOf, terms };
}
