import { isMetaError } from "@acumeta/core";

/** A method that could not be run, and why. */
export interface NotRun {
  readonly method: string;
  readonly because: string;
}

/** The result of a method, or why it can't be had from these trials. */
export function attempt<Result extends object>(method: string, compute: () => Result | NotRun): Result | NotRun {
  try {
    return compute();
  } catch (error) {
    if (!isMetaError(error)) throw error;
    return { method, because: error.message.replace(` [${error.code}]`, "") };
  }
}

export function isNotRun(outcome: object): outcome is NotRun {
  return "because" in outcome;
}

export function isRun<Result extends object>(outcome: Result | NotRun): outcome is Result {
  return !isNotRun(outcome);
}
