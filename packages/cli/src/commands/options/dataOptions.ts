import { Option } from "commander";

/** How a result is wanted as data. */
export interface DataFlags {
  readonly json?: boolean;
  readonly csv?: boolean;
}

export const jsonOption = (): Option => new Option("--json", "print the whole result as JSON").conflicts("csv");

export const csvOption = (rows: string): Option => new Option("--csv", `print ${rows} as CSV`);
