import { freeze } from "../../numerics/freeze.js";
import type { EventsArm, RateArm } from "./arm.js";
import { type ArmKind, type ArmRows, armKinds } from "./armKinds.js";
import { type DoubleZero, doubleZeros } from "./doubleZero.js";
import { trialsOfArms } from "./trialsOfArms.js";

/** A trial that says nothing of a ratio. */
export interface DoubleZeroTrial {
  readonly study: string;
  readonly why: string;
}

/**
 * The trials with no events, or only events, in all arms, which say nothing of a ratio.
 *
 * @param arms `{ study, treatment, a, n }`, or `{ study, treatment, x, t }` for events in a time at risk, where no event is
 * what counts.
 *
 * Throws `ARMS_REFUSED`, `NOT_ARMS`, `NO_ARMS`.
 *
 * @example
 * import { doubleZeroTrials } from "@acumeta/core";
 * const arms = [
 *   { study: "A", treatment: "acupuncture", a: 0, n: 40 },
 *   { study: "A", treatment: "sham", a: 0, n: 38 },
 *   { study: "B", treatment: "acupuncture", a: 1, n: 60 },
 *   { study: "B", treatment: "sham", a: 0, n: 62 },
 * ];
 * doubleZeroTrials(arms);
 * // => [{ study: "A", why: "no events, or only events, in all arms" }]
 */
export function doubleZeroTrials(arms: readonly EventsArm[] | readonly RateArm[]): readonly DoubleZeroTrial[] {
  const isRates =
    Array.isArray(arms) && arms.some((arm: unknown) => typeof arm === "object" && arm !== null && "t" in arm);
  return freeze(isRates ? silent(arms as readonly RateArm[], "rates") : silent(arms as readonly EventsArm[], "events"));
}

function silent<Kind extends "rates" | "events">(
  arms: readonly ArmRows[Kind][],
  kind: Kind,
): readonly DoubleZeroTrial[] {
  const { trials } = trialsOfArms(arms, { kind: armKinds[kind] as ArmKind<ArmRows[Kind]>, estimates: false });
  const { holds, label } = doubleZeros[kind] as DoubleZero<ArmRows[Kind]>;
  return trials.filter((trial) => holds(trial.arms)).map(({ study }) => ({ study, why: label }));
}
