import { freeze } from "../../numerics/freeze.js";
import { checkPersonTime, type PersonTime } from "../counts.js";
import { effectOrNone } from "../eachRow.js";
import type { ComputedEffect, EffectMeasure, MeasureInfo } from "../measure.js";
import { additions, type ZeroCellOptions } from "../zeroCells.js";

/** A measure of events in the time at risk of two groups. */
export type PersonTimeMeasure<Id extends string> = EffectMeasure<Id, PersonTime, ZeroCellOptions>;

/** What a measure of two rates states. */
interface PersonTimeFormula<Id extends string> extends MeasureInfo<Id> {
  readonly of: (row: PersonTime) => { readonly yi: number; readonly vi: number };
  /** Studies whose events are corrected unless options say otherwise; "only0" unless given. */
  readonly to?: NonNullable<ZeroCellOptions["to"]>;
}

/** Makes the registered measure of a formula; times at risk are never added to. */
export function personTimeMeasure<Id extends string>({
  of,
  to = "only0",
  ...info
}: PersonTimeFormula<Id>): PersonTimeMeasure<Id> {
  const compute = (rows: readonly PersonTime[], options: ZeroCellOptions): readonly ComputedEffect<Id>[] => {
    for (const row of rows) checkPersonTime(row);
    const doubleZero = { holds: ({ x1, x2 }: PersonTime) => x1 === 0 && x2 === 0, label: "no events in both groups" };
    const policy = additions(
      rows,
      { to, ...options },
      {
        hasZero: ({ x1, x2 }) => x1 === 0 || x2 === 0,
        doubleZero,
        counts: "the events of both groups",
      },
    );
    return rows.map(({ x1, t1, x2, t2 }, i) => {
      const { added, dropped, rules } = policy[i]!;
      if (dropped) return freeze({ measure: info.id, yi: null, vi: null, rules });
      const effect = of({ x1: x1 + added, t1, x2: x2 + added, t2 });
      return effectOrNone(info.id, effect, { rules, undefinedFor: "a group without events, not corrected" });
    });
  };
  return { ...info, columns: ["x1", "t1", "x2", "t2"], compute };
}
