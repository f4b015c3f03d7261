// Times what was promised. usage: pnpm bench [--peer] [--strict] [--json out]
// --peer times R's metafor on the same inputs in the same run; --strict ends with 1 where a budget is exceeded.
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import Table from "cli-table3";
import { benchmarks } from "./benchmarks.ts";
import { growthTable } from "./growthTable.ts";
import { timePeer } from "./peer.ts";
import { type Timing, time } from "./timings.ts";

const { values } = parseArgs({
  options: { peer: { type: "boolean" }, strict: { type: "boolean" }, json: { type: "string" } },
});

const timings: Timing[] = [];
for (const benchmark of benchmarks) timings.push(await time(benchmark));
const peer = values.peer ? timePeer() : null;
const rows = timings.map((timing) => {
  const peerTime = timing.peer === undefined ? null : (peer?.get(timing.peer) ?? null);
  return {
    ...timing,
    withinBudget: timing.budget === null ? null : timing.median <= timing.budget,
    peerTime,
    ratio: peerTime === null ? null : peerTime / timing.median,
  };
});

const table = new Table({
  head: ["", "median", "p99", "budget", "", ...(values.peer ? ["R", "R / acumeta"] : [])],
  colAligns: ["left", "right", "right", "right", "left", "right", "right"],
  style: { head: [], border: [], compact: true },
});
const ms = (value: number | null) => (value === null ? "" : `${Number(value.toPrecision(3))} ms`);
for (const { name, median, p99, budget, withinBudget, peerTime, ratio } of rows)
  table.push([
    name,
    ms(median),
    ms(p99),
    ms(budget),
    withinBudget === null ? "" : withinBudget ? "ok" : "OVER",
    ...(values.peer ? [ms(peerTime), ratio === null ? "" : Number(ratio.toPrecision(3))] : []),
  ]);
console.log(table.toString());
console.log(growthTable(timings));
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(rows, null, 2)}\n`);
if (values.strict && rows.some(({ withinBudget }) => withinBudget === false)) process.exitCode = 1;
