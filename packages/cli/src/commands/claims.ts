import { checkClaims } from "@acumeta/claims";
import { readClaims, readPublished } from "@acumeta/trials";
import { type Command, Option } from "commander";
import { claimsMarkdown } from "../claims/claimsMarkdown.js";
import { claimsText } from "../claims/claimsText.js";
import { json } from "../output/json.js";
import { readTables } from "../output/readTables.js";
import { shippedData } from "../shippedData.js";

interface Flags {
  readonly trials: string;
  readonly published: string;
  readonly json?: boolean;
  readonly md?: boolean;
}

/** `acumeta claims [folder]`: what is claimed about acupuncture for back pain, and what the data say of it. */
export function claimsCommand(command: Command): void {
  command
    .argument("[folder]", "a folder with claims.csv; the shipped claims unless given")
    .option("--trials <folder>", "the trial tables; the shipped ones unless given", shippedData("pain-trials"))
    .option("--published <folder>", "published results; the shipped ones unless given", shippedData("published"))
    .addOption(new Option("--json", "print claims, verdicts and numbers as JSON").conflicts("md"))
    .option("--md", "print them as a Markdown table")
    .action(async (folder: string | undefined, flags: Flags) => {
      const claims = await readClaims(folder ?? shippedData("claims"));
      const trials = await readTables(flags.trials);
      const checked = checkClaims(claims, { trials, published: await readPublished(flags.published) });
      console.log(flags.json ? json(checked) : flags.md ? claimsMarkdown(checked) : claimsText(checked));
    });
}
