import { checkProportion, type Proportion } from "../counts.js";
import { effectOrNone } from "../eachRow.js";
import type { EffectMeasure, MeasureInfo } from "../measure.js";
import { additions, type ZeroCountOptions } from "../zeroCells.js";

/** A measure of the proportion of one group's patients that have events. */
export type ProportionMeasure<Id extends string> = EffectMeasure<Id, Proportion, ZeroCountOptions>;

/** What a measure of one proportion states. */
interface ProportionFormula<Id extends string> extends MeasureInfo<Id> {
  readonly of: (proportion: Proportion) => { readonly yi: number; readonly vi: number };
  /** Studies that are corrected unless options say otherwise; "only0" unless given. */
  readonly to?: NonNullable<ZeroCountOptions["to"]>;
}

/** Makes the registered measure of a formula; a correction is added to patients with and to those without event. */
export function proportionMeasure<Id extends string>({
  of,
  to = "only0",
  ...info
}: ProportionFormula<Id>): ProportionMeasure<Id> {
  return {
    ...info,
    columns: ["a", "n"],
    compute: (rows, options) => {
      for (const row of rows) checkProportion(row);
      const counts = "patients with and without event";
      const policy = additions(rows, { to, ...options }, { hasZero: ({ a, n }) => a === 0 || a === n, counts });
      return rows.map(({ a, n }, i) => {
        const { added, rules } = policy[i]!;
        const undefinedFor = "no events, or only events, without correction";
        return effectOrNone(info.id, of({ a: a + added, n: n + 2 * added }), { rules, undefinedFor });
      });
    },
  };
}
