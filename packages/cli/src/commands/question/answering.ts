import { isMetaError, metaError } from "@acumeta/core";
import { listQuestions, type Trials } from "@acumeta/trials";
import type { Command } from "commander";
import { json } from "../../output/json.js";
import { questionsTable } from "../../output/questionsTable.js";
import { readTables } from "../../output/readTables.js";

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
    const trials = await readTables(directory);
    if (flags.question !== undefined) {
      try {
        return await answer(trials, flags.question, flags);
      } catch (error) {
        throw unknownHere(error, trials, `acumeta ${command.name()} ${directory}`);
      }
    }
    const needing = command.options.find(
      (option) => option.long !== "--json" && isGiven(command, option.attributeName()),
    );
    if (needing !== undefined) command.error(`error: ${needing.long} needs a --question`);
    const { note } = listQuestions(trials);
    console.log(flags.json ? json(trials.questions) : (note ?? questionsTable(trials.questions)));
  };
}

/** An unknown question as it is told at a terminal: which command lists the known ones. */
function unknownHere(error: unknown, trials: Trials, listing: string): unknown {
  if (!isMetaError(error) || error.code !== "UNKNOWN_QUESTION") return error;
  const { note } = listQuestions(trials);
  const mend = note ?? error.diagnosis.mend;
  return metaError({ ...error.diagnosis, allowed: `a question that "${listing}" lists`, mend });
}

function isGiven(command: Command, name: string): boolean {
  return command.getOptionValueSource(name) === "cli";
}
