import { counted, inWords, type PoolOptions, predictions, tau2Intervals, toR } from "@acumeta/core";
import { studyTable, tableText } from "@acumeta/reporting";
import { sideNames } from "@acumeta/trials";
import { type Command, Option } from "commander";
import { describeFit } from "../output/describeFit.js";
import { json } from "../output/json.js";
import { methodsAndSources } from "../output/methodsAndSources.js";
import { noAnswer } from "../output/noAnswer.js";
import { studiesCsv } from "../output/studiesCsv.js";
import { type FigureFiles, writeFigure } from "../output/writeFigure.js";
import type { Pooling } from "../pooling.js";
import { answerQuestion } from "../report/answerQuestion.js";
import { forestOf } from "../report/reportFigures.js";
import type { QuestionResult } from "../report/results.js";
import { choice } from "./options/choice.js";
import { csvOption, type DataFlags, jsonOption } from "./options/dataOptions.js";
import { intervalOption, levelOption, tau2Option } from "./options/poolingOptions.js";
import { methodsOption, type ReportingFlags, tableOption } from "./options/reportingOptions.js";
import { answering } from "./question/answering.js";
import { askQuestion } from "./question/askQuestion.js";

interface Flags extends DataFlags, FigureFiles, Pooling, ReportingFlags {
  readonly tau2Interval: NonNullable<PoolOptions["tau2Interval"]>;
  readonly prediction: NonNullable<PoolOptions["prediction"]>;
  readonly r?: boolean;
}

/** `acumeta pool <dir> --question <id>`: one pooled answer; without a question, the list of questions. */
export function poolCommand(command: Command): void {
  askQuestion(command)
    .addOption(tau2Option())
    .addOption(choice("--tau2-interval <id>", "confidence interval of τ²", tau2Intervals, "Q-profile"))
    .addOption(intervalOption())
    .addOption(choice("--prediction <id>", "prediction interval", predictions, "t(k-1)"))
    .addOption(levelOption())
    .addOption(jsonOption())
    .addOption(csvOption("the studies"))
    .addOption(new Option("--r", "print the R code that repeats the fit with metafor").conflicts(["json", "csv"]))
    .addOption(methodsOption())
    .addOption(tableOption("the studies"))
    .option("--svg <file>", "write the forest plot as SVG")
    .option("--png <file>", "write the forest plot as PNG")
    .action(
      answering<Flags>(command, async (trials, question, flags) => {
        const { tau2, tau2Interval, interval, prediction, level } = flags;
        await answer(answerQuestion(trials, question, { tau2, tau2Interval, interval, prediction, level }), flags);
      }),
    );
}

async function answer(result: QuestionResult, flags: Flags): Promise<void> {
  const chart = forestOf(result);
  if (chart !== null) await writeFigure(chart, flags);
  console.log(print(result, flags));
  if (result.pooled === null) process.exitCode = 1;
}

function print(result: QuestionResult, flags: Flags): string {
  const { question, pooled, notUsed } = result;
  if (flags.json) return json(result);
  if (flags.csv) return studiesCsv(result);
  if (pooled === null) return noAnswer(question);
  if (flags.r) return toR(pooled);
  if (flags.methods) return methodsAndSources(pooled);
  if (flags.table) return tableText(studyTable(pooled, { title: question.label }), { format: flags.table }).trimEnd();
  return [
    question.label,
    "",
    describeFit(pooled),
    "",
    inWords(pooled, sideNames(question)),
    `${counted(notUsed.length, "trial")} not used (--json says why of each).`,
  ].join("\n");
}
