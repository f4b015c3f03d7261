import { readdirSync, readFileSync } from "node:fs";

type Bundle = Readonly<Record<string, unknown>>;

export interface Output {
  readonly output_type: string;
  readonly data?: Bundle;
  readonly name?: string;
  readonly text?: string | readonly string[];
}

export interface Cell {
  readonly id?: string;
  readonly cell_type: string;
  readonly source: string | readonly string[];
  readonly metadata: Bundle;
  readonly execution_count?: number | null;
  readonly outputs?: readonly Output[];
}

interface Notebook {
  readonly name: string;
  readonly metadata: Bundle;
  readonly cells: readonly Cell[];
}

const folder = new URL("../../notebooks/", import.meta.url);

/** The notebooks as they are committed. */
export const notebooks: readonly Notebook[] = readdirSync(folder)
  .filter((name) => name.endsWith(".ipynb"))
  .sort()
  .map((name) => ({ name, ...JSON.parse(readFileSync(new URL(name, folder), "utf8")) }));

export function textOf(source: string | readonly string[]): string {
  return typeof source === "string" ? source : source.join("");
}

export function codeCells({ cells }: Notebook): readonly Cell[] {
  return cells.filter(({ cell_type }) => cell_type === "code");
}

export function outputsOf(notebook: Notebook): readonly Output[] {
  return codeCells(notebook).flatMap(({ outputs = [] }) => outputs);
}

/** What outputs hold but pictures: their bytes are no text. */
export function readable(outputs: readonly Output[]): string {
  return outputs
    .map(({ data = {}, text = "" }) => {
      const { "image/png": _picture, ...rest } = data;
      return JSON.stringify([rest, text]);
    })
    .join("\n");
}
