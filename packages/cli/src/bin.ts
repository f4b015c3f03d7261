#!/usr/bin/env node
import { Command } from "commander";
import { commands } from "./commands/index.js";
import { version } from "./version.js";

/**
 * Only the requested command's module is loaded, so that `acumeta --help` starts at once.
 * Exit status: 0 done, 1 the data or an answer failed, 2 wrong usage.
 */
const requested = process.argv.slice(2).find((word) => word !== "help" && !word.startsWith("-"));
const program = new Command("acumeta")
  .description("Check what is claimed about acupuncture and pain: pool trials, rank points, draw figures.")
  .version(version)
  .configureHelp({ helpWidth: 100 })
  .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2));

for (const { name, summary, load } of commands) {
  const command = program.command(name).description(summary).copyInheritedSettings(program);
  if (name === requested) (await load())(command);
}

await program.parseAsync().catch(async (error) => {
  const { reportFailure } = await import("./output/failure.js");
  reportFailure(
    error,
    program.commands.find((command) => command.name() === requested),
  );
});
