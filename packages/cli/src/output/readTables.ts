import { counted } from "@acumeta/core";
import { describeProblem, type Problem, readTrials, type Trials } from "@acumeta/trials";

/** The trials of a folder; what `acumeta check` warns of is told beside the answer, whether there is one or not. */
export async function readTables(directory: string): Promise<Trials> {
  const trials = await readTrials(directory).catch((error: unknown) => {
    if (isRefused(error)) tell(directory, error.problems);
    throw error;
  });
  tell(directory, trials.warnings);
  return trials;
}

function isRefused(error: unknown): error is { readonly problems: readonly Problem[] } {
  return typeof error === "object" && error !== null && "problems" in error;
}

/** What nobody reads may be what an answer lacks. */
const NOT_READ: readonly string[] = ["UNKNOWN_FILE", "UNKNOWN_COLUMN"];
const SHOWN = 5;

function tell(directory: string, problems: readonly Problem[]): void {
  if (problems.length === 0) return;
  for (const problem of problems.filter(({ code }) => NOT_READ.includes(code)).slice(0, SHOWN))
    console.error(`acumeta: ${describeProblem(problem)}`);
  const warnings = problems.filter(({ severity }) => severity === "warning").length;
  const errors = problems.length - warnings;
  const counts = [
    ...(errors > 0 ? [counted(errors, "error")] : []),
    ...(warnings > 0 ? [counted(warnings, "warning")] : []),
  ].join(" and ");
  console.error(`acumeta: ${counts} about the tables; see: acumeta check ${directory}`);
}
