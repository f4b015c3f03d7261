import { check, finite, positive, positiveCount } from "../../errors/check.js";
import { messages } from "../../errors/messages.js";
import { metaError } from "../../errors/metaError.js";
import type { EstimateArm, EventsArm, MeansArm, RateArm } from "./arm.js";

/** What an arm tells, and what is allowed of each value. */
export interface ArmKind<Row> {
  readonly columns: readonly (keyof Row & string)[];
  readonly inWords: string;
  /** Checks that refuse a value each. */
  readonly checks: readonly ((row: Row) => void)[];
}

const notNegative = (values: Readonly<Record<string, number>>, what: string): void =>
  check(values, (value) => value >= 0 && Number.isFinite(value), what);

const means: ArmKind<MeansArm> = {
  columns: ["n", "mean", "sd"],
  inWords: "n patients with mean and standard deviation (n, mean, sd)",
  checks: [
    ({ n }) => positiveCount({ n }),
    ({ mean }) => finite({ mean }),
    ({ sd }) => notNegative({ sd }, "a number not below 0"),
  ],
};

const events: ArmKind<EventsArm> = {
  columns: ["a", "n"],
  inWords: "a events among n patients (a, n)",
  checks: [
    ({ a }) => notNegative({ a }, "a number of events, at least 0"),
    ({ n }) => positiveCount({ n }),
    ({ a, n }) => {
      if (a > n && n >= 1) throw metaError(messages.eventsExceedTotal({ events: a, total: n }));
    },
  ],
};

/** Events and patients as a likelihood of counts needs them. */
export const wholeEvents: ArmKind<EventsArm> = {
  ...events,
  checks: [...events.checks, (arm) => check({ a: arm.a, n: arm.n }, Number.isInteger, "a whole number")],
};

const rates: ArmKind<RateArm> = {
  columns: ["x", "t"],
  inWords: "x events in the time t at risk (x, t)",
  checks: [({ x }) => notNegative({ x }, "a number of events, at least 0"), ({ t }) => positive({ t })],
};

const estimates: ArmKind<EstimateArm> = {
  columns: ["yi", "vi"],
  inWords: "an estimate yi with variance vi (yi, vi)",
  checks: [
    ({ yi }) => finite({ yi }),
    ({ vi }) => positive({ vi }),
    ({ n }) => {
      if (n !== undefined) positiveCount({ n });
    },
  ],
};

/** The kinds of arms, by what they tell. */
export const armKinds = { means, events, rates, estimates };

/** The rows of each kind. */
export interface ArmRows {
  readonly means: MeansArm;
  readonly events: EventsArm;
  readonly rates: RateArm;
}
