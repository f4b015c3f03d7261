import { type CheckedTrials, describeProblem } from "@acumeta/trials";
import { expect } from "vitest";

/** Asserts what holds of every answer, whatever was read: finite numbers, nothing undefined, problems with a place. */
export function expectWellFormed({ trials, problems }: CheckedTrials): void {
  expect(JSON.parse(JSON.stringify({ trials, problems }))).toStrictEqual({ trials, problems });
  for (const problem of problems) {
    expect(problem.line === null || (Number.isInteger(problem.line) && problem.line >= 1)).toBe(true);
    expect(describeProblem(problem)).toMatch(/^[a-z-]+\.(csv|json).*: found .*; expected: .*\. .+ \[[A-Z_0-9]+\]$/s);
    expect(`${problem.expected} ${problem.mend}`).not.toMatch(/undefined|\[object/);
  }
  expect(trials === null).toBe(problems.some(({ severity }) => severity === "error"));
}
