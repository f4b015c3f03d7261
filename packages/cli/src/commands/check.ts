import { counted } from "@acumeta/core";
import { checkTrials, type Problem } from "@acumeta/trials";
import type { Command } from "commander";
import { textTable } from "../output/table.js";

/** `acumeta check <dir>`: every problem of the tables; exit status 1 where there is an error. */
export function check(command: Command): void {
  command
    .argument("<directory>", "a folder with trials.csv, arms.csv and the other tables")
    .option("--json", "print the problems as JSON")
    .action(async (directory: string, { json = false }: { json?: boolean }) => {
      const { problems } = await checkTrials(directory);
      const errors = problems.filter(({ severity }) => severity === "error").length;
      if (json) console.log(JSON.stringify(problems, null, 2));
      else console.log(describe(problems, errors));
      process.exitCode = errors > 0 ? 1 : 0;
    });
}

function describe(problems: readonly Problem[], errors: number): string {
  const summary = `${counted(errors, "error")}, ${counted(problems.length - errors, "warning")}`;
  return problems.length === 0 ? `No problem found. ${summary}` : `${table(problems)}\n\n${summary}`;
}

function table(problems: readonly Problem[]): string {
  return textTable(problems, [
    { head: "severity", cell: (problem) => problem.severity },
    { head: "where", cell: ({ file, line, column }) => [file, line, column].filter((part) => part !== null).join(":") },
    { head: "code", cell: ({ code }) => code },
    { head: "found", cell: ({ found }) => found },
    { head: "expected", cell: ({ expected }) => expected },
    { head: "mend", cell: ({ mend }) => mend },
  ]);
}
