import { stat } from "node:fs/promises";
import {
  type GoodEnd,
  leagueTable,
  type NetworkEffect,
  type NetworkOptions,
  networkTau2Estimators,
  predictions,
  regressionIntervals,
  type SplitMethodId,
  splitMethods,
} from "@acumeta/core";
import { networkGraph } from "@acumeta/figures";
import { leagueMatrix, tableText } from "@acumeta/reporting";
import type { Trials } from "@acumeta/trials";
import { type Command, Option } from "commander";
import { checkFlags } from "../network/checkFlags.js";
import { componentsCsv } from "../network/componentsCsv.js";
import { describeNetwork } from "../network/describeNetwork.js";
import { fileNetwork } from "../network/fileNetwork.js";
import { folderNetwork } from "../network/folderNetwork.js";
import { inFlags } from "../network/inFlags.js";
import { leagueCsv } from "../network/leagueCsv.js";
import type { NetworkAnswer } from "../network/networkAnswer.js";
import type { NetworkData } from "../network/networkData.js";
import { networkOf } from "../network/networkOf.js";
import { json } from "../output/json.js";
import { methodsAndSources } from "../output/methodsAndSources.js";
import { noAnswer } from "../output/noAnswer.js";
import { type FigureFiles, writeFigure } from "../output/writeFigure.js";
import { choice } from "./options/choice.js";
import { csvOption, type DataFlags, jsonOption } from "./options/dataOptions.js";
import { levelOption } from "./options/poolingOptions.js";
import { methodsOption, type ReportingFlags, tableOption } from "./options/reportingOptions.js";
import { answering } from "./question/answering.js";

interface Flags extends DataFlags, FigureFiles, ReportingFlags {
  readonly question?: string;
  readonly splitSham?: boolean;
  readonly measure?: NetworkEffect["measure"];
  readonly reference?: string;
  readonly tau2: NonNullable<NetworkOptions["tau2"]>;
  readonly interval: NonNullable<NetworkOptions["interval"]>;
  readonly prediction: NonNullable<NetworkOptions["prediction"]>;
  readonly level: number;
  readonly disconnected: NonNullable<NetworkOptions["disconnected"]>;
  readonly league?: boolean;
  readonly ranks?: boolean;
  readonly better?: GoodEnd;
  readonly split?: SplitMethodId | true;
  readonly components?: boolean;
  readonly separator?: string;
  readonly inactive?: string;
  readonly shrink?: boolean;
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
    .addOption(choice("--better <end>", "of a file: which end is good, as --ranks must know", ends))
    .addOption(choice("--split [id]", "direct against indirect evidence of each comparison", splitMethods))
    .option(
      "--components",
      "what treatments are made of, and the effect of each part; of a file: the parts of its treatments' names",
    )
    .addOption(new Option("--separator <text>", "of a file: what stands between components in a name").default("+"))
    .option("--inactive <component>", "the component taken to have no effect, such as placebo")
    .option("--shrink", "components drawn to no effect as well, the more the less the trials tell of them")
    .addOption(
      new Option("--disconnected <how>", "a network of unconnected parts: refuse it, or fit that of the reference")
        .choices(["refuse", "reference"])
        .default("refuse"),
    )
    .addOption(jsonOption())
    .addOption(csvOption("the league table, or the components"))
    .addOption(methodsOption())
    .addOption(tableOption("the league table"))
    .option("--svg <file>", "write the graph of the network as SVG")
    .option("--png <file>", "write it as PNG")
    .action(async (path: string, flags: Flags) => {
      const isFolder = (await stat(path)).isDirectory();
      checkFlags(command, isFolder);
      const answerFolder = (trials: Trials, question: string) => {
        const data = folderNetwork(trials, { ...flags, question });
        return say(data, flags, noAnswer(data.question));
      };
      if (isFolder) return answering<Flags>(command, answerFolder)(path, flags);
      if (flags.ranks && flags.better === undefined)
        command.error("error: --ranks of a file needs --better lower or higher");
      return say(await fileNetwork(path, flags), flags);
    });
}

async function say(data: NetworkData, flags: Flags, nothing = ""): Promise<void> {
  const answer = answerTo(data, flags);
  const { network, components } = answer;
  if (network !== null) await writeFigure(networkGraph(network, { title: data.title }), flags);
  if (network !== null || components !== null) {
    if (flags.csv || flags.methods || flags.table) warn(answer);
    return console.log(print(answer, flags));
  }
  console.log(flags.json ? json(answer) : nothing);
  process.exitCode = 1;
}

/** What a text answer would say too, beside an answer that is data. */
function warn({ network, components }: NetworkAnswer): void {
  const warnings = [...(network?.warnings ?? []), ...(components?.fit.warnings ?? [])];
  for (const message of new Set(warnings.map((warning) => warning.message))) console.error(`acumeta: ${message}`);
}

function answerTo(data: NetworkData, flags: Flags): NetworkAnswer {
  const { tau2, interval, prediction, level, disconnected } = flags;
  const { league = false, ranks = false, shrink = false, split, reference, svg, png } = flags;
  try {
    return networkOf(data, {
      ...{ league, ranks, shrink, tau2, interval, prediction, level, disconnected },
      graph: svg !== undefined || png !== undefined,
      ...(split !== undefined && { split }),
      ...(reference !== undefined && { reference }),
    });
  } catch (error) {
    throw inFlags(error, flags);
  }
}

function print(answer: NetworkAnswer, flags: Flags): string {
  const { network, components } = answer;
  if (flags.json) return json(answer);
  if (flags.csv && components !== null) return componentsCsv(components);
  if (flags.csv && network !== null) return leagueCsv(network.measure, leagueTable(network));
  if (flags.methods) return methodsAndSources(...[network, components?.fit ?? null].filter((fit) => fit !== null));
  if (flags.table && network !== null) return tableText(leagueMatrix(network), { format: flags.table }).trimEnd();
  return describeNetwork(answer);
}
