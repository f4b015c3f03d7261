import type { Command } from "commander";

/** What every command that answers a question takes: the tables, and which question. */
export function askQuestion(command: Command): Command {
  return command
    .argument("<directory>", "a folder of trial tables")
    .option("-q, --question <id>", "the question to answer; without it the known ones are listed");
}
