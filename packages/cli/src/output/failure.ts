import { describeDiagnosis, isMetaError, type MetaError } from "@acumeta/core";
import type { Command } from "commander";
import { describeSystemError, isSystemError } from "./systemError.js";

/** Prints why a command failed and sets the exit status; a programming error keeps its stack. */
export function reportFailure(error: unknown, command: Command | undefined): void {
  process.exitCode = 1;
  if (isMetaError(error)) console.error(`acumeta: ${inFlags(error, command)}`);
  else if (isSystemError(error)) console.error(`acumeta: ${describeSystemError(error)}`);
  else console.error(error);
}

/** The message with a flag of the command line wherever it names an option of the library. */
function inFlags({ diagnosis }: MetaError, command: Command | undefined): string {
  const { where: { option, ...place } = {} } = diagnosis;
  if (option === undefined) return describeDiagnosis(diagnosis);
  const flag = command?.options.find((one) => one.attributeName() === option)?.long;
  return describeDiagnosis({ ...diagnosis, where: { ...place, option: flag ?? option } });
}
