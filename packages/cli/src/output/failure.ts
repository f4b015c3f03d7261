import { isMetaError } from "@acumeta/core";

/** Prints why a command failed and sets the exit status; a programming error keeps its stack. */
export function reportFailure(error: unknown): void {
  process.exitCode = 1;
  if (isMetaError(error)) console.error(`acumeta: ${error.message}`);
  else if (isSystemError(error)) console.error(`acumeta: ${error.message}`);
  else console.error(error);
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && "syscall" in error;
}
