import {
  checkPersonTime,
  checkProportion,
  checkRate,
  type PersonTime,
  type Proportion,
  type Rate,
} from "../effects/counts.js";
import { checkEvents, type Events } from "../effects/events.js";
import { check } from "../errors/check.js";
import { messages } from "../errors/messages.js";
import { isMetaError, metaError } from "../errors/metaError.js";

/** Events among the patients of the two groups of a study: `a` of `n1`, `c` of `n2`. */
export interface EventsStudy extends Events {
  readonly study: string;
}

/** Events in the time at risk of the two groups of a study: `x1` in `t1` patient-years (or days, …), `x2` in `t2`. */
export interface PersonTimeStudy extends PersonTime {
  readonly study: string;
}

/** `a` events among the `n` patients of a study's only group. */
export interface ProportionStudy extends Proportion {
  readonly study: string;
}

/** `x` events in the time `t` at risk of a study's only group. */
export interface RateStudy extends Rate {
  readonly study: string;
}

/** Refuses what the check of one row refuses, and says of which study. */
function eachStudy<Row>(checkRow: (row: Row) => void) {
  return <Study extends Row & { readonly study: string }>(studies: readonly Study[]): void => {
    if (studies.length === 0) throw metaError(messages.noEffects());
    for (const row of studies) {
      try {
        checkRow(row);
      } catch (error) {
        if (!isMetaError(error)) throw error;
        throw metaError({ ...error.diagnosis, where: { ...error.diagnosis.where, study: row.study } });
      }
    }
  };
}

export const checkEventsStudies = eachStudy(checkEvents);
export const checkPersonTimeStudies = eachStudy(checkPersonTime);
export const checkProportionStudies = eachStudy(checkProportion);
export const checkRateStudies = eachStudy(checkRate);

/** Refuses counts that are not whole numbers, which no likelihood of counts knows. */
export function checkWhole<Study extends { readonly study: string }>(
  studies: readonly Study[],
  counts: (study: Study) => Readonly<Record<string, number>>,
): void {
  eachStudy((study: Study) => check(counts(study), Number.isInteger, "a whole number"))(studies);
}
