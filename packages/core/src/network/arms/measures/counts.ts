import type { PersonTime, Proportion, Rate } from "../../../effects/counts.js";
import type { Events } from "../../../effects/events.js";
import type { EffectMeasure } from "../../../effects/measure.js";
import { rateDifference, rateRatio, rootRateDifference } from "../../../effects/rates/twoRates.js";
import { arcsineDifference } from "../../../effects/tables/arcsineDifference.js";
import { oddsRatio } from "../../../effects/tables/logOddsRatio.js";
import { riskRatio } from "../../../effects/tables/logRiskRatio.js";
import { differenceOfRisks } from "../../../effects/tables/riskDifference.js";
import { additions, type ZeroCellOptions } from "../../../effects/zeroCells.js";
import { type DoubleZero, doubleZeros } from "../doubleZero.js";
import { type ArmMeasure, comparedPair } from "./armMeasure.js";

/** What the counts of two arms are compared by, once the trial's zero cells are dealt with. */
interface CountFormula<Kind extends "events" | "rates", Arm, Row> {
  readonly arms: Kind;
  readonly counts: string;
  readonly hasZero: (arm: Arm) => boolean;
  readonly doubleZero: DoubleZero<Arm>;
  readonly add: (arm: Arm, added: number) => Arm;
  readonly row: (first: Arm, second: Arm) => Row;
  /** Trials that are corrected unless options say otherwise. */
  readonly to: NonNullable<ZeroCellOptions["to"]>;
}

/** All arms of a trial are corrected, or none. */
function byCounts<Id extends string, Kind extends "events" | "rates", Arm, Row extends object>(
  { id, label, citation, compute }: EffectMeasure<Id, Row, ZeroCellOptions>,
  { arms: kind, counts, hasZero, doubleZero, add, row, to }: CountFormula<Kind, Arm, Row>,
): ArmMeasure<Id, Kind, ZeroCellOptions> {
  return {
    id,
    label,
    citation,
    arms: kind,
    options: ["add", "to", "dropDoubleZero"],
    ofEstimates: true,
    compare(rows, options) {
      const trials = rows as unknown as readonly (readonly Arm[])[];
      const policy = additions(
        trials,
        { to, ...options },
        { hasZero: (arms) => arms.some(hasZero), doubleZero, counts },
      );
      return trials.map((arms, i) => () => {
        const { added, dropped, rules } = policy[i]!;
        const used = arms.map((arm) => add(arm, added));
        const pair = (a: number, b: number) => comparedPair(compute([row(used[a]!, used[b]!)], { to: "none" })[0]!);
        return { dropped, rules, pair };
      });
    },
  };
}

const ofEvents = {
  arms: "events",
  counts: "every cell",
  hasZero: ({ a, n }: Proportion) => a === 0 || a === n,
  doubleZero: doubleZeros.events,
  add: ({ a, n }: Proportion, added: number) => ({ a: a + added, n: n + 2 * added }),
  row: (first: Proportion, second: Proportion): Events => ({ a: first.a, n1: first.n, c: second.a, n2: second.n }),
} as const;

const ofRates = {
  arms: "rates",
  counts: "the events of all arms",
  hasZero: ({ x }: Rate) => x === 0,
  doubleZero: doubleZeros.rates,
  add: ({ x, t }: Rate, added: number) => ({ x: x + added, t }),
  row: (first: Rate, second: Rate): PersonTime => ({ x1: first.x, t1: first.t, x2: second.x, t2: second.t }),
} as const;

const only0 = { to: "only0" } as const;
const none = { to: "none" } as const;

export const oddsRatios = byCounts(oddsRatio, { ...ofEvents, ...only0 });
export const riskRatios = byCounts(riskRatio, { ...ofEvents, ...only0 });
export const riskDifferences = byCounts(differenceOfRisks, { ...ofEvents, ...only0 });
export const arcsineDifferences = byCounts(arcsineDifference, { ...ofEvents, ...none });
export const rateRatios = byCounts(rateRatio, { ...ofRates, ...only0 });
export const rateDifferences = byCounts(rateDifference, { ...ofRates, ...only0 });
export const rootRateDifferences = byCounts(rootRateDifference, { ...ofRates, ...none });
