import { writeFile } from "node:fs/promises";
import { intervals, inWords, type PoolOptions, predictions, tau2Estimators, tau2Intervals, toR } from "@acumeta/core";
import { toPng, toSvg } from "@acumeta/figures";
import { type Question, readTrials, sideNames, type Trials } from "@acumeta/trials";
import { type Command, InvalidArgumentError, Option } from "commander";
import { describeFit } from "../output/describeFit.js";
import { studiesCsv } from "../output/studiesCsv.js";
import { textTable } from "../output/table.js";
import { answerQuestion } from "../report/answerQuestion.js";
import { forestOf } from "../report/reportFigures.js";
import type { QuestionResult } from "../report/results.js";

interface Flags {
  readonly question?: string;
  readonly tau2: NonNullable<PoolOptions["tau2"]>;
  readonly tau2Interval: NonNullable<PoolOptions["tau2Interval"]>;
  readonly interval: NonNullable<PoolOptions["interval"]>;
  readonly prediction: NonNullable<PoolOptions["prediction"]>;
  readonly level: number;
  readonly json?: boolean;
  readonly csv?: boolean;
  readonly r?: boolean;
  readonly svg?: string;
  readonly png?: string;
}

/** `acumeta pool <dir> --question <id>`: one pooled answer; without a question, the list of questions. */
export function poolCommand(command: Command): void {
  command
    .argument("<directory>", "a folder of trial tables")
    .option("-q, --question <id>", "the question to answer; without it the known ones are listed")
    .addOption(choice("--tau2 <id>", "estimator of the between-study variance", tau2Estimators, "REML"))
    .addOption(choice("--tau2-interval <id>", "confidence interval of τ²", tau2Intervals, "Q-profile"))
    .addOption(choice("--interval <id>", "confidence interval", intervals, "HKSJ"))
    .addOption(choice("--prediction <id>", "prediction interval", predictions, "t(k-1)"))
    .option("--level <number>", "confidence level", parseLevel, 0.95)
    .addOption(new Option("--json", "print the whole result as JSON").conflicts("csv"))
    .option("--csv", "print the studies as CSV")
    .addOption(new Option("--r", "print the R code that repeats the fit with metafor").conflicts(["json", "csv"]))
    .option("--svg <file>", "write the forest plot as SVG")
    .option("--png <file>", "write the forest plot as PNG")
    .action(async (directory: string, flags: Flags) => {
      const trials = await readTrials(directory);
      if (flags.question === undefined) list(trials, flags, command);
      else {
        const { tau2, tau2Interval, interval, prediction, level } = flags;
        const options = { tau2, tau2Interval, interval, prediction, level };
        await answer(answerQuestion(trials, flags.question, options), flags);
      }
    });
}

function list({ questions }: Trials, { json, ...flags }: Flags, command: Command): void {
  const needing = (["csv", "r", "svg", "png"] as const).find((flag) => flags[flag] !== undefined);
  if (needing !== undefined) command.error(`error: --${needing} needs a --question`);
  console.log(json ? JSON.stringify(questions, null, 2) : listQuestions(questions));
}

async function answer(result: QuestionResult, flags: Flags): Promise<void> {
  const chart = forestOf(result);
  if (chart !== null && flags.svg !== undefined) await writeFile(flags.svg, await toSvg(chart));
  if (chart !== null && flags.png !== undefined) await writeFile(flags.png, await toPng(chart));
  console.log(print(result, flags));
  if (result.pooled === null) process.exitCode = 1;
}

function print(result: QuestionResult, { json, csv, r }: Flags): string {
  const { question, pooled, notUsed } = result;
  if (json) return JSON.stringify(result, null, 2);
  if (csv) return studiesCsv(result);
  if (pooled === null) return `${question.label}\nNo trial answers this question.`;
  if (r) return toR(pooled);
  return [
    question.label,
    "",
    describeFit(pooled),
    "",
    inWords(pooled, sideNames(question)),
    `${notUsed.length} trials not used (--json says why of each).`,
  ].join("\n");
}

function listQuestions(questions: readonly Question[]): string {
  return textTable(questions, [
    { head: "question", cell: ({ id }) => id },
    { head: "in words", cell: ({ label }) => label },
  ]);
}

function choice(
  flags: string,
  what: string,
  known: Readonly<Record<string, { label: string }>>,
  fallback: string,
): Option {
  const entries = Object.entries(known).map(([id, { label }]) => `${id} (${label})`);
  return new Option(flags, `${what}: ${entries.join(", ")}`).choices(Object.keys(known)).default(fallback);
}

function parseLevel(text: string): number {
  const level = Number(text);
  if (level > 0 && level < 1) return level;
  throw new InvalidArgumentError("A level lies between 0 and 1, for example 0.95.");
}
