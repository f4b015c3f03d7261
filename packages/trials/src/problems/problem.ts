import { checkArgument, isObject } from "./checkArgument.js";

export type Severity = "error" | "warning";

/** What is wrong, or doubtful, wherever it stands. `code` is stable between versions. */
export interface Finding {
  readonly code: string;
  /** Errors refuse the data; warnings travel with it. */
  readonly severity: Severity;
  readonly found: string;
  readonly expected: string;
  readonly mend: string;
}

/** One thing wrong, or doubtful, in a table. */
export interface Problem extends Finding {
  readonly file: string;
  /** 1-based line on which the row begins; null for a problem of the whole file. */
  readonly line: number | null;
  readonly column: string | null;
}

/**
 * One line of text that says where, what was found, what is expected and how to mend it.
 *
 * @example
 * import { checkTrials, describeProblem } from "@acumeta/trials";
 * const { problems } = await checkTrials({ trials: "trial_id\nsmith-2001\n", arms: "trial_id,arm\n" });
 * describeProblem(problems[0]).startsWith("trials.csv:1 column citation: found "); // => true
 */
export function describeProblem(problem: Problem): string {
  checkArgument(isObject(problem) && "code" in problem, {
    argument: "problem",
    found: problem,
    allowed: "a problem that checkTrials told",
  });
  const { file, line, column, found, expected, mend, code } = problem;
  const place = `${file}${line === null ? "" : `:${line}`}${column === null ? "" : ` column ${column}`}`;
  return `${place}: found ${found}; expected: ${expected}. ${mend} [${code}]`;
}
