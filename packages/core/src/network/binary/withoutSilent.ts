import type { EventsArm } from "../arms/arm.js";
import { doubleZeros } from "../arms/doubleZero.js";
import type { TrialOfArms } from "../arms/trialsOfArms.js";
import { leftOutArms } from "./leftOutArms.js";
import type { Admitted } from "./method.js";

const { holds, label } = doubleZeros.events;

/** The trials with events in some patients and not in others. */
export function withoutSilent(trials: readonly TrialOfArms<EventsArm>[]): Admitted {
  return {
    trials: trials.filter(({ arms }) => !holds(arms)),
    leftOut: trials.filter(({ arms }) => holds(arms)).flatMap((trial) => leftOutArms(trial, label)),
  };
}
