import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { metaError } from "@acumeta/core";
import { render, toHtml, toPng, toSvg } from "@acumeta/figures";
import type { Trials } from "@acumeta/trials";
import { galleryFigures } from "./gallery/galleryFigures.js";
import { claimsPage } from "./html/claimsPage.js";
import { galleryPage } from "./html/galleryPage.js";
import { page } from "./html/page.js";
import { reportFigures } from "./reportFigures.js";
import { reportTables } from "./reportTables.js";
import type { Results } from "./results.js";

export interface WriteProgress {
  readonly done: number;
  readonly total: number;
  readonly file: string;
}

/**
 * Writes the report into a folder: results.json, tables, figures, and the pages of questions, claims and figures. An earlier report in it is replaced.
 * Throws a MetaError (`FOLDER_IN_USE`) where the folder holds something that is no report.
 */
export async function writeReport(
  { trials, results }: { readonly trials: Trials; readonly results: Results },
  folder: string,
  onProgress: (progress: WriteProgress) => void,
): Promise<void> {
  const gallery = galleryFigures(trials, results);
  const drawn = gallery.flatMap(({ id, chart }) => (chart === null ? [] : [{ name: `gallery/${id}`, chart }]));
  const figures = [...reportFigures(results), ...drawn];
  const tables = reportTables(results);
  const total = 4 + tables.length + 4 * figures.length;
  let done = 0;
  const write = async (file: string, content: string | Uint8Array) => {
    await writeFile(join(folder, file), content);
    onProgress({ done: ++done, total, file });
  };

  await makeRoom(folder);
  await write("results.json", `${JSON.stringify(results, null, 2)}\n`);
  for (const { name, csv } of tables) await write(`tables/${name}.csv`, `${csv}\n`);
  const svgs = new Map<string, string>();
  for (const { name, chart } of figures) {
    const svg = await toSvg(chart);
    svgs.set(name, svg);
    await write(`figures/${name}.svg`, svg);
    await write(`figures/${name}.png`, await toPng(chart));
    await write(`figures/${name}.vl.json`, await render(chart, { format: "vl" }));
    await write(`figures/${name}.html`, await toHtml(chart));
  }
  await write("claims.html", claimsPage(results.claims, svgs));
  await write("gallery.html", galleryPage(gallery, svgs));
  await write("index.html", page(results, svgs));
}

/** What a report consists of; results.json, written first, tells a report from a folder of somebody's own. */
const parts = ["index.html", "claims.html", "gallery.html", "tables", "figures", "results.json"];

async function makeRoom(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const present = await readdir(folder);
  const taken = parts.filter((part) => present.includes(part));
  if (taken.length > 0 && !present.includes("results.json"))
    throw metaError({
      code: "FOLDER_IN_USE",
      where: { file: folder },
      found: `${taken.join(", ")}, but no results.json of an earlier report`,
      allowed: "an empty or new folder, or an earlier report",
      mend: "Choose another folder with --out.",
    });
  for (const part of taken) await rm(join(folder, part), { recursive: true });
  for (const part of ["tables", "figures", "figures/claims", "figures/gallery"]) await mkdir(join(folder, part));
}
