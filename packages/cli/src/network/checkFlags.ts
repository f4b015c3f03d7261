import type { Command } from "commander";

/** Flags that say nothing of a file, or of a folder. */
const ofFolder = ["question", "splitSham"];
const ofFile = ["measure", "better", "separator"];
/** What flags need beside them. */
const needing = { separator: "components", inactive: "components", shrink: "components" };

/** Refuses flags that would have no effect. */
export function checkFlags(command: Command, isFolder: boolean): void {
  const isGiven = (name: string) => command.getOptionValueSource(name) === "cli";
  const flag = (name: string) => command.options.find((option) => option.attributeName() === name)!.long;
  const idle = (isFolder ? ofFile : ofFolder).find(isGiven);
  if (idle !== undefined)
    command.error(`error: ${flag(idle)} is of a ${isFolder ? "file, not of a folder" : "folder, not of a file"}`);
  for (const [name, needed] of Object.entries(needing))
    if (isGiven(name) && !isGiven(needed)) command.error(`error: ${flag(name)} needs ${flag(needed)}`);
}
