import { contrasts } from "@acumeta/trials";
import type { Command } from "commander";
import { describeInfluence } from "../influence/describeInfluence.js";
import { influenceCsv } from "../influence/influenceCsv.js";
import { type InfluenceChoices, influenceOf } from "../influence/influenceOf.js";
import type { InfluenceAnswer } from "../influence/influenceResult.js";
import { inShort } from "../influence/inShort.js";
import { json } from "../output/json.js";
import { noAnswer } from "../output/noAnswer.js";
import { csvOption, type DataFlags, jsonOption } from "./options/dataOptions.js";
import { intervalOption, levelOption, tau2Option } from "./options/poolingOptions.js";
import { wholeNumber } from "./options/wholeNumber.js";
import { answering } from "./question/answering.js";
import { askQuestion } from "./question/askQuestion.js";

type Flags = DataFlags & InfluenceChoices;

/** `acumeta influence <dir> --question <id>`: how much the answer hangs on any one trial. */
export function influenceCommand(command: Command): void {
  askQuestion(command)
    .option("--gosh [number]", "pool every subset of the trials too, or so many drawn at random", wholeNumber)
    .option("--seed <number>", "of the random subsets", wholeNumber, 1)
    .addOption(tau2Option())
    .addOption(intervalOption())
    .addOption(levelOption())
    .addOption(jsonOption())
    .addOption(csvOption("the trials"))
    .action(
      answering<Flags>(command, (trials, question, flags) => {
        const answer = contrasts(trials, question);
        const result = answer.effects.length === 0 ? null : influenceOf(answer.effects, flags);
        console.log(print({ ...answer, result, inWords: result && inShort(result) }, flags));
        if (result === null) process.exitCode = 1;
      }),
    );
}

function print(answer: InfluenceAnswer, flags: DataFlags): string {
  if (flags.json) return json(answer);
  if (flags.csv) return influenceCsv(answer);
  const { question, result } = answer;
  return result === null ? noAnswer(question) : `${question.label}\n\n${describeInfluence(result)}`;
}
