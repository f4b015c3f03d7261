import { type MetaError, metaError } from "@acumeta/core";
import { describeProblem, type Problem } from "../problems/problem.js";

/** The error of refused tables: a MetaError (`TRIALS_REFUSED`) that carries every problem. */
export interface TrialsRefused extends MetaError {
  readonly problems: readonly Problem[];
}

const SHOWN = 10;

export function trialsRefused(problems: readonly Problem[]): TrialsRefused {
  const errors = problems.filter(({ severity }) => severity === "error");
  const lines = errors.slice(0, SHOWN).map((problem) => `\n  ${describeProblem(problem)}`);
  const more = errors.length > SHOWN ? `\n  … and ${errors.length - SHOWN} more.` : "";
  return Object.assign(
    metaError({
      code: "TRIALS_REFUSED",
      found: `${errors.length} ${errors.length === 1 ? "error" : "errors"} in the tables`,
      allowed: "tables without errors",
      mend: `Mend these:${lines.join("")}${more}\n`,
    }),
    { problems },
  );
}
