import { writeFile } from "node:fs/promises";
import type { PointEffect } from "@acumeta/acupoints";
import { toPng, toSvg } from "@acumeta/figures";
import { readTrials } from "@acumeta/trials";
import type { Command } from "commander";
import { decimals, pValue } from "../output/numbers.js";
import { textTable } from "../output/table.js";
import { pointResults } from "../report/pointResults.js";
import { pointFigures } from "../report/reportFigures.js";
import { pointsCsv } from "../report/reportTables.js";
import type { PointResults } from "../report/results.js";

interface Flags {
  readonly json?: boolean;
  readonly csv?: boolean;
  readonly svg?: string;
  readonly png?: string;
}

/** `acumeta points <dir>`: points by popularity and by average effect, with what chance alone would give. */
export function points(command: Command): void {
  command
    .argument("<directory>", "a folder of trial tables")
    .option("--json", "print the whole result as JSON")
    .option("--csv", "print the points as CSV")
    .option("--svg <file>", "write the figure of popularity against effect as SVG")
    .option("--png <file>", "write it as PNG")
    .action(async (directory: string, { json, csv, svg, png }: Flags) => {
      const results = pointResults(await readTrials(directory), []);
      const [figure] = pointFigures(results);
      if (svg !== undefined) await writeFile(svg, await toSvg(figure!.chart));
      if (png !== undefined) await writeFile(png, await toPng(figure!.chart));
      console.log(json ? JSON.stringify(results, null, 2) : csv ? pointsCsv(results) : describe(results));
    });
}

function describe({ use, effects, withoutPoints }: PointResults): string {
  const effectOf = new Map(effects.points.map((point) => [point.code, point]));
  const cell =
    (of: (effect: PointEffect) => string | number | null) =>
    ({ code }: { code: string }) => {
      const effect = effectOf.get(code);
      return effect === undefined ? null : of(effect);
    };
  const { spread } = effects;
  return [
    textTable(use, [
      { head: "point", cell: ({ code }) => code },
      { head: "rank by use", cell: ({ rank }) => rank, align: "right" },
      { head: "trials", cell: ({ trials }) => trials, align: "right" },
      { head: "patients", cell: ({ patients }) => patients, align: "right" },
      { head: "rank by effect", cell: cell(({ rank }) => rank), align: "right" },
      { head: "with effect", cell: cell(({ k }) => k), align: "right" },
      { head: "average", cell: cell(({ estimate }) => decimals(estimate)), align: "right" },
      {
        head: "95 % CI",
        cell: cell(({ ci }) => ci && `[${decimals(ci.lower)}, ${decimals(ci.upper)}]`),
        align: "right",
      },
      { head: "p by shuffling", cell: cell(({ p }) => pValue(p)), align: "right" },
    ]),
    "",
    `${effects.trials} trials have both a list of points and an effect; ${withoutPoints.length} have no list.`,
    `Averages spread over points by ${decimals(spread.observed)} SD; shuffled prescriptions give ${decimals(spread.shuffled.median)} (p ${pValue(spread.p)}).`,
  ].join("\n");
}
