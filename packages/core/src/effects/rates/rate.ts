import { checkRate, type Rate } from "../counts.js";
import { effectOrNone } from "../eachRow.js";
import type { EffectMeasure, MeasureInfo } from "../measure.js";
import { additions, type ZeroCountOptions } from "../zeroCells.js";

/** A measure of events in the time at risk of one group. */
export type RateMeasure<Id extends string> = EffectMeasure<Id, Rate, ZeroCountOptions>;

/** What a measure of one rate states. */
interface RateFormula<Id extends string> extends MeasureInfo<Id> {
  readonly of: (rate: Rate) => { readonly yi: number; readonly vi: number };
  /** Studies whose events are corrected unless options say otherwise; "only0" unless given. */
  readonly to?: NonNullable<ZeroCountOptions["to"]>;
}

/** Makes the registered measure of a formula; times at risk are never added to. */
export function rateMeasure<Id extends string>({ of, to = "only0", ...info }: RateFormula<Id>): RateMeasure<Id> {
  return {
    ...info,
    columns: ["x", "t"],
    compute: (rows, options) => {
      for (const row of rows) checkRate(row);
      const policy = additions(rows, { to, ...options }, { hasZero: ({ x }) => x === 0, counts: "the events" });
      return rows.map(({ x, t }, i) => {
        const { added, rules } = policy[i]!;
        const undefinedFor = "no events, without correction";
        return effectOrNone(info.id, of({ x: x + added, t }), { rules, undefinedFor });
      });
    },
  };
}
