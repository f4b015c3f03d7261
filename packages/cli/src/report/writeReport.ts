import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { toPng, toSvg } from "@acumeta/figures";
import { page } from "./html/page.js";
import { reportFigures } from "./reportFigures.js";
import { reportTables } from "./reportTables.js";
import type { Results } from "./results.js";

export interface WriteProgress {
  readonly done: number;
  readonly total: number;
  readonly file: string;
}

/** Writes the report into a folder: results.json, tables, figures, index.html. What an earlier report left there goes. */
export async function writeReport(
  results: Results,
  folder: string,
  onProgress: (progress: WriteProgress) => void,
): Promise<void> {
  const figures = reportFigures(results);
  const tables = reportTables(results);
  const total = 2 + tables.length + 2 * figures.length;
  let done = 0;
  const write = async (file: string, content: string | Uint8Array) => {
    await writeFile(join(folder, file), content);
    onProgress({ done: ++done, total, file });
  };

  for (const part of ["figures", "tables"]) {
    await rm(join(folder, part), { recursive: true, force: true });
    await mkdir(join(folder, part), { recursive: true });
  }
  await write("results.json", `${JSON.stringify(results, null, 2)}\n`);
  for (const { name, csv } of tables) await write(`tables/${name}.csv`, `${csv}\n`);
  const svgs = new Map<string, string>();
  for (const { name, chart } of figures) {
    const svg = await toSvg(chart);
    svgs.set(name, svg);
    await write(`figures/${name}.svg`, svg);
    await write(`figures/${name}.png`, await toPng(chart));
  }
  await write("index.html", page(results, svgs));
}
