import { mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { type ChartSpec, toPng, toSvg } from "@acumeta/figures";

/** The files that a figure is wanted in. */
export interface FigureFiles {
  readonly svg?: string;
  readonly png?: string;
}

/** Writes a figure to the files asked for; a folder that is not there is made, as for a report. */
export async function writeFigure(chart: ChartSpec, { svg, png }: FigureFiles): Promise<void> {
  if (svg !== undefined) await write(svg, await toSvg(chart));
  if (png !== undefined) await write(png, await toPng(chart));
}

async function write(file: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, content);
}
