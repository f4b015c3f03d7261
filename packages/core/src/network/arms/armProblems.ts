import { messages } from "../../errors/messages.js";
import { type Diagnosis, isMetaError, type MetaError, metaError, type Place } from "../../errors/metaError.js";

/** One thing wrong with an arm, or with a trial as a whole (`treatment` null). */
export interface ArmProblem extends Diagnosis {
  readonly treatment: string | null;
}

/** The error of refused arms: a MetaError (`ARMS_REFUSED`) that carries every problem. */
export interface ArmsRefused extends MetaError {
  readonly problems: readonly ArmProblem[];
}

/** Problems as they are found, to be told together. */
export interface ArmProblems {
  readonly add: (problem: Diagnosis, place: ArmPlace) => void;
  /** What a function gives, or null, with a problem more, where it throws a MetaError. */
  readonly attempt: <T>(make: () => T, place: ArmPlace) => T | null;
  /** Throws where there are any. */
  readonly refuse: () => void;
}

/** Of which trial, and of which of its arms. */
export interface ArmPlace {
  readonly study?: string;
  readonly treatment?: string;
}

export function armProblems(): ArmProblems {
  const problems: ArmProblem[] = [];
  const add: ArmProblems["add"] = ({ where, ...problem }, { study, treatment = null }) => {
    const place: Place = { ...where, ...(study === undefined ? {} : { study }) };
    problems.push({ ...problem, where: place, treatment });
  };
  return {
    add,
    attempt(make, place) {
      try {
        return make();
      } catch (error) {
        if (!isMetaError(error)) throw error;
        add(error.diagnosis, place);
        return null;
      }
    },
    refuse() {
      if (problems.length === 0) return;
      throw Object.assign(metaError(messages.armsRefused({ problems })), { problems });
    },
  };
}
