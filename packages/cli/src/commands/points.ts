import { type PointEffect, pointFacts } from "@acumeta/acupoints";
import { metaError, type RankSets } from "@acumeta/core";
import { rankIntervals } from "@acumeta/figures";
import { type Command, Option } from "commander";
import { json } from "../output/json.js";
import { decimals, pValue } from "../output/numbers.js";
import { spreadInWords } from "../output/pointWords.js";
import { readTables } from "../output/readTables.js";
import { textTable } from "../output/table.js";
import { type FigureFiles, writeFigure } from "../output/writeFigure.js";
import { factsText } from "../points/factsText.js";
import { modelAnswer } from "../points/modelAnswer.js";
import { modelCsv } from "../points/modelCsv.js";
import { modelText } from "../points/modelText.js";
import { pointResults, SHOWN_FROM } from "../report/pointResults.js";
import { pointFigures } from "../report/reportFigures.js";
import { pointsCsv } from "../report/reportTables.js";
import type { PointResults } from "../report/results.js";
import { choice } from "./options/choice.js";
import type { DataFlags } from "./options/dataOptions.js";

interface Flags extends DataFlags, FigureFiles {
  readonly method: "naive" | "model";
  readonly rank?: boolean;
  readonly identify?: boolean;
  readonly simulate?: boolean;
  readonly point?: string;
}

const methods = {
  naive: { label: "the mean effect of the trials that list a point, with what chance alone would give" },
  model: { label: "what each point adds, all points of all trials at once" },
};

/** `acumeta points <dir>`: points by popularity and by average effect, with what chance alone would give. */
export function points(command: Command): void {
  command
    .argument("<directory>", "a folder of trial tables")
    .addOption(choice("--method <id>", "how to judge points", methods, "naive"))
    .addOption(ofModel("--rank", "limits of the ranks of all points together"))
    .addOption(ofModel("--identify", "which points these trials can tell apart, and on what trial each hangs"))
    .addOption(ofModel("--simulate", "what the methods find in simulated worlds of as many trials and points"))
    .option("--point <name>", "facts of one point: where it is, its cautions, the trials that used it")
    .addOption(new Option("--json", "print the whole result as JSON").conflicts("csv"))
    .option("--csv", "print the points as CSV")
    .option("--svg <file>", "write the figure of popularity against effect, or with --rank of the ranks, as SVG")
    .option("--png <file>", "write it as PNG")
    .action(
      async (directory: string, { json: asJson, csv, method, point, rank, identify, simulate, ...files }: Flags) => {
        const tables = await readTables(directory);
        if (point !== undefined) {
          const facts = pointFacts(tables, point);
          return console.log(asJson ? json(facts) : factsText(facts));
        }
        const asked = { rank: rank ?? false, identify: identify ?? false, simulate: simulate ?? false };
        if (method === "naive" && Object.values(asked).includes(true)) throw metaError(notNaive);
        if (method === "model") {
          const answer = modelAnswer(tables, asked);
          await writeRanks(answer.ranks, files);
          return console.log(asJson ? json(answer) : csv ? modelCsv(answer.model) : modelText(answer));
        }
        const results = pointResults(tables, []);
        if (results === null) throw metaError(noPoints);
        const [figure] = pointFigures(results);
        if (figure === undefined && (files.svg ?? files.png) !== undefined) throw metaError(noFigure);
        if (figure !== undefined) await writeFigure(figure.chart, files);
        console.log(asJson ? json(results) : csv ? pointsCsv(results) : describe(results));
      },
    );
}

function ofModel(flag: string, what: string): Option {
  return new Option(flag, `${what} (method model)`).implies({ method: "model" });
}

async function writeRanks(ranks: RankSets | null, files: FigureFiles): Promise<void> {
  if ((files.svg ?? files.png) === undefined) return;
  if (ranks === null) throw metaError(noRanks);
  await writeFigure(rankIntervals(ranks, { title: "Ranks of points by what each adds" }), files);
}

const notNaive = {
  code: "UNKNOWN_CHOICE",
  where: { option: "--method" },
  found: "naive with --rank, --identify or --simulate",
  allowed: "model with them",
  mend: "Ask for averages and for the model one after the other.",
};

const noRanks = {
  code: "NOTHING_TO_DRAW",
  found: "--method model without --rank",
  allowed: "a figure of the averages (--method naive) or of the ranks (--rank)",
  mend: "Add --rank, or leave out --svg and --png.",
};

const noPoints = {
  code: "NO_POINTS",
  found: "no trial with both a list of points and an effect",
  allowed: "at least one",
  mend: "Points stand in arm-points.csv or in the points of trials.csv.",
};

const noFigure = {
  code: "NOTHING_TO_DRAW",
  found: `no point in at least ${SHOWN_FROM} trials with an effect`,
  allowed: "at least one",
  mend: "Leave out --svg and --png; the table shows every point.",
};

function describe({ use, effects, withoutPoints, untrusted }: PointResults): string {
  const effectOf = new Map(effects.points.map((point) => [point.code, point]));
  const cell =
    (of: (effect: PointEffect) => string | number | null) =>
    ({ code }: { code: string }) => {
      const effect = effectOf.get(code);
      return effect === undefined ? null : of(effect);
    };
  return [
    textTable(use, [
      { head: "point", cell: ({ code }) => code },
      { head: "rank by use", cell: ({ rank }) => rank, align: "right" },
      { head: "trials", cell: ({ trials }) => trials, align: "right" },
      {
        head: "patients",
        cell: ({ patients, trials, trialsWithoutN }) => (trialsWithoutN === trials ? null : patients),
        align: "right",
      },
      { head: "rank by effect", cell: cell(({ rank }) => rank), align: "right" },
      { head: "with effect", cell: cell(({ k }) => k), align: "right" },
      { head: "average", cell: cell(({ estimate }) => decimals(estimate)), align: "right" },
      {
        head: "95 % CI",
        cell: cell(({ ci }) => ci && `[${decimals(ci.lower)}, ${decimals(ci.upper)}]`),
        align: "right",
      },
      { head: "p by shuffling", cell: cell(({ p }) => pValue(p)), align: "right" },
      { head: "q", cell: cell(({ q }) => pValue(q)), align: "right" },
    ]),
    "",
    `Trials with both a list of points and an effect: ${effects.trials}; without a list: ${withoutPoints.length}; with a list rated too low to count: ${untrusted.length}.`,
    ...spreadInWords(effects),
  ].join("\n");
}
