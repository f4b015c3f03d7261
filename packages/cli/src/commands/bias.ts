import { biasPredictors, biasTests } from "@acumeta/core";
import { contrasts } from "@acumeta/trials";
import { type Command, InvalidArgumentError } from "commander";
import type { BiasAnswer } from "../bias/bias.js";
import { biasCsv } from "../bias/biasCsv.js";
import { type BiasChoices, biasOf } from "../bias/biasOf.js";
import { describeBias } from "../bias/describeBias.js";
import { inShort } from "../bias/inShort.js";
import { selectionModels } from "../bias/selectionModels.js";
import { json } from "../output/json.js";
import { noAnswer } from "../output/noAnswer.js";
import { choice } from "./options/choice.js";
import { csvOption, type DataFlags, jsonOption } from "./options/dataOptions.js";
import { intervalOption, levelOption, tau2Option } from "./options/poolingOptions.js";
import { answering } from "./question/answering.js";
import { askQuestion } from "./question/askQuestion.js";

type Flags = DataFlags & BiasChoices;

/** `acumeta bias <dir> --question <id>`: whether small trials show other effects, and the estimates that allow for it. */
export function biasCommand(command: Command): void {
  askQuestion(command)
    .addOption(choice("--test <id...>", "tests of small-study effects, all unless given", biasTests))
    .addOption(choice("--predictor <id>", "what stands for the size of a trial in a test", biasPredictors, "sei"))
    .addOption(choice("--selection <id>", "model of selection by p-value", selectionModels, "3PSM"))
    .option("--target <number>", "fail-safe N: effect (of ratios the logarithm) to bring the mean down to", parseTarget)
    .addOption(tau2Option())
    .addOption(intervalOption())
    .addOption(levelOption())
    .addOption(jsonOption())
    .addOption(csvOption("tests and estimates"))
    .action(
      answering<Flags>(command, (trials, question, flags) => {
        const answer = contrasts(trials, question);
        const bias = answer.effects.length === 0 ? null : biasOf(answer.effects, flags);
        console.log(print({ ...answer, bias, inWords: bias && inShort(bias) }, flags));
        if (bias === null) process.exitCode = 1;
      }),
    );
}

function print(answer: BiasAnswer, flags: DataFlags): string {
  if (flags.json) return json(answer);
  if (flags.csv) return biasCsv(answer);
  const { question, bias } = answer;
  return bias === null ? noAnswer(question) : `${question.label}\n\n${describeBias(bias)}`;
}

function parseTarget(text: string): number {
  const target = Number(text);
  if (target > 0 && Number.isFinite(target)) return target;
  throw new InvalidArgumentError("A target is a number above 0, for example 0.1.");
}
