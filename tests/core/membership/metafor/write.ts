// Writes the synthetic trials as CSV files for fit.R. usage: write.ts <folder>
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Papa from "papaparse";
import { fittedShapes, syntheticTrials } from "../syntheticTrials.ts";

const folder = process.argv[2]!;
mkdirSync(folder, { recursive: true });
for (const [i, shape] of fittedShapes.entries()) {
  const trials = syntheticTrials(shape);
  const names = [...new Set(trials.flatMap(({ points }) => points))].sort();
  const rows = trials.map(({ yi, vi, x, points }) => ({
    yi,
    vi,
    x,
    ...Object.fromEntries(names.map((name) => [name, points.includes(name) ? 1 : 0])),
  }));
  writeFileSync(join(folder, `${i}.csv`), Papa.unparse(rows));
}
