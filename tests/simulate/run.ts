// Simulates every scenario on all cores and writes the table. usage: npm run simulate [-- --replicates 1000] [--seed 1] [--out file]
import { fork } from "node:child_process";
import { writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { type PointSimulation, scenarios } from "@acumeta/acupoints";
import { SingleBar } from "cli-progress";
import Papa from "papaparse";
import { together } from "./together.ts";
import type { Part } from "./worker.ts";

const { values } = parseArgs({
  options: {
    replicates: { type: "string", default: "1000" },
    seed: { type: "string", default: "1" },
    out: { type: "string", default: "tests/simulate/synthetic-points.csv" },
  },
});
const size = Math.min(20, Number(values.replicates));
const partsOfEach = Math.ceil(Number(values.replicates) / size);
const waiting: Part[] = scenarios.flatMap((scenario) =>
  Array.from({ length: partsOfEach }, (_, part) => ({
    scenario,
    replicates: size,
    seed: Number(values.seed) + part * size,
  })),
);
const bar = new SingleBar({ format: "{bar} {percentage} % of {total} data sets, {duration_formatted}" });
bar.start(waiting.length * size, 0);
const done: PointSimulation[] = [];
await Promise.all(Array.from({ length: availableParallelism() }, work));
bar.stop();
const rows = scenarios.map((scenario) => {
  const own = done.filter((part) => JSON.stringify(part.scenario) === JSON.stringify(scenario));
  return together(own.sort((a, b) => a.seed - b.seed));
});
writeFileSync(values.out, `${Papa.unparse(rows as object[], { newline: "\n" })}\n`);
console.log(`${values.out}: ${rows.length} scenarios of ${partsOfEach * size} data sets each`);

/** A process that takes one part after the other. */
function work(): Promise<void> {
  const child = fork(fileURLToPath(new URL("worker.ts", import.meta.url)), {
    execArgv: ["--import", "tsx", "--conditions=source"],
  });
  return new Promise((resolve, reject) => {
    const next = () => {
      const part = waiting.shift();
      if (part !== undefined) return child.send(part);
      child.disconnect();
      return resolve();
    };
    child.on("message", (result: PointSimulation) => {
      done.push(result);
      bar.increment(result.replicates);
      next();
    });
    child.on("error", reject);
    child.on("exit", (code) => (code === 0 ? resolve() : reject(new Error(`a worker ended with ${code}`))));
    next();
  });
}
