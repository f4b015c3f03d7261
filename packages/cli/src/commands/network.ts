import { readFile, stat } from "node:fs/promises";
import { basename } from "node:path";
import {
  type GoodEnd,
  leagueTable,
  type NetworkEffect,
  networkTau2Estimators,
  predictions,
  regressionIntervals,
  type SplitMethodId,
  splitMethods,
} from "@acumeta/core";
import { networkContrasts, parseNetwork, type Question, readTrials, treatmentNodes } from "@acumeta/trials";
import { type Command, Option } from "commander";
import { describeNetwork } from "../network/describeNetwork.js";
import { leagueCsv } from "../network/leagueCsv.js";
import { type NetworkChoices, networkOf } from "../network/networkOf.js";
import { json } from "../output/json.js";
import { noAnswer } from "../output/noAnswer.js";
import { choice } from "./options/choice.js";
import { csvOption, type DataFlags, jsonOption } from "./options/dataOptions.js";
import { levelOption } from "./options/poolingOptions.js";
import { answering } from "./question/answering.js";

interface Flags extends DataFlags, Omit<NetworkChoices, "split"> {
  readonly question?: string;
  readonly splitSham?: boolean;
  readonly measure?: NetworkEffect["measure"];
  readonly split?: SplitMethodId | true;
}

const ends = { lower: { label: "lower" }, higher: { label: "higher" } };

/** `acumeta network <folder|csv>`: all treatments in one model, from a folder of trial tables or one CSV file. */
export function networkCommand(command: Command): void {
  command
    .argument(
      "<data>",
      "a folder of trial tables, or a CSV file (study, treat1, treat2, yi, se; or study, treatment, n, mean, sd; or study, treatment, n, events)",
    )
    .option(
      "-q, --question <id>",
      "of a folder: the question whose trials to use; without it the known ones are listed",
    )
    .option("--split-sham", "of a folder: tell shams apart that do and do not go through the skin")
    .option("--measure <id>", "of a file: the scale of its effects, or the measure by which to compare its arms")
    .option(
      "--reference <treatment>",
      "the treatment with which the others are compared; that of most trials unless given",
    )
    .addOption(choice("--tau2 <id>", "estimator of the between-study variance", networkTau2Estimators, "REML"))
    .addOption(choice("--interval <id>", "confidence interval", regressionIntervals, "HKSJ"))
    .addOption(choice("--prediction <id>", "prediction interval", predictions, "t(k-1)"))
    .addOption(levelOption())
    .option("--league", "every treatment against every other one")
    .option("--ranks", "where each treatment may rank, with limits that hold for all together")
    .addOption(choice("--better <end>", "of a file: which end is good, for --ranks", ends))
    .addOption(choice("--split [id]", "direct against indirect evidence of each comparison", splitMethods))
    .addOption(
      new Option("--disconnected <how>", "a network of unconnected parts: refuse it, or fit that of the reference")
        .choices(["refuse", "reference"])
        .default("refuse"),
    )
    .addOption(jsonOption())
    .addOption(csvOption("the league table"))
    .action(async (path: string, flags: Flags) => {
      const isFolder = (await stat(path)).isDirectory();
      await (isFolder ? ofFolder(command, path, flags) : ofFile(command, path, flags));
    });
}

async function ofFolder(command: Command, path: string, flags: Flags): Promise<void> {
  if (flags.question === undefined) return answering<Flags>(command, () => undefined)(path, flags);
  const trials = await readTrials(path);
  const answer = networkContrasts(trials, flags.question, treatmentNodes({ splitSham: flags.splitSham ?? false }));
  const { question, effects, notUsed } = answer;
  if (effects.length === 0) {
    console.log(noAnswer(question));
    process.exitCode = 1;
    return;
  }
  // Effects of trials are turned so that positive favours the first-named treatment.
  say({ title: titleOf(question), effects, notUsed }, { ...flags, better: "higher" });
}

/** A question of two sides as one about all treatments. */
function titleOf({ label, outcome, window }: Question): string {
  const [conditions] = label.split(":");
  return `${conditions}: all treatments, ${outcome}, weeks ${window.from} to ${window.to}`;
}

async function ofFile(command: Command, path: string, flags: Flags): Promise<void> {
  if (flags.ranks && flags.better === undefined)
    command.error("error: --ranks of a file needs --better lower or higher");
  const name = basename(path, ".csv");
  const text = await readFile(path, "utf8");
  const effects = await parseNetwork(text, { name, ...(flags.measure && { measure: flags.measure }) });
  say({ title: basename(path), effects, notUsed: [] }, flags);
}

function say(
  data: Parameters<typeof networkOf>[0],
  {
    json: asJson,
    csv,
    league,
    ranks,
    better,
    split,
    tau2,
    interval,
    prediction,
    level,
    reference,
    disconnected,
  }: Flags & {
    readonly better?: GoodEnd;
  },
): void {
  const options = {
    tau2: tau2!,
    interval: interval!,
    prediction: prediction!,
    level: level!,
    disconnected: disconnected!,
    ...(reference !== undefined && { reference }),
  };
  const asked = {
    ...(league && { league }),
    ...(ranks && { ranks }),
    ...(better && { better }),
    ...(split !== undefined && { split }),
  };
  const answer = networkOf(data, { ...options, ...asked });
  if (asJson) console.log(json(answer));
  else if (csv) console.log(leagueCsv(answer.network.measure, leagueTable(answer.network)));
  else console.log(describeNetwork(answer));
}
