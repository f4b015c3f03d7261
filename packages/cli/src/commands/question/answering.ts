import { readTrials, type Trials } from "@acumeta/trials";
import type { Command } from "commander";
import { json } from "../../output/json.js";
import { questionsTable } from "../../output/questionsTable.js";

interface QuestionFlags {
  readonly question?: string;
  readonly json?: boolean;
}

/** Runs an answer on the tables of a directory; without a question lists those that can be asked. */
export function answering<Flags extends QuestionFlags>(
  command: Command,
  answer: (trials: Trials, question: string, flags: Flags) => void | Promise<void>,
): (directory: string, flags: Flags) => Promise<void> {
  return async (directory, flags) => {
    const trials = await readTrials(directory);
    if (flags.question !== undefined) return answer(trials, flags.question, flags);
    const needing = command.options.find(
      (option) => option.long !== "--json" && isGiven(command, option.attributeName()),
    );
    if (needing !== undefined) command.error(`error: ${needing.long} needs a --question`);
    console.log(flags.json ? json(trials.questions) : questionsTable(trials.questions));
  };
}

function isGiven(command: Command, name: string): boolean {
  return command.getOptionValueSource(name) === "cli";
}
