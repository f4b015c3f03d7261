import type { Problem } from "@acumeta/trials";
import type { Change } from "./base.ts";

/** A way to spoil the valid tables, and all that must be said about it. */
export interface HostileCase {
  readonly name: string;
  readonly change: Change;
  /** "outcomes.csv:2:mean:NOT_A_NUMBER:error"; line and column are blank where there is none. */
  readonly expected: readonly string[];
}

export function hostile(name: string, change: Change, ...expected: readonly string[]): HostileCase {
  return { name, change, expected };
}

export function brief({ file, line, column, code, severity }: Problem): string {
  return [file, line, column, code, severity].join(":");
}
