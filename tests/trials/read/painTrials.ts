import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type TableName, tables } from "@acumeta/trials";

/** The directory of the shipped trials. */
export const painTrials: string = fileURLToPath(new URL("../../../datasets/pain-trials", import.meta.url));

/** Its files as text. */
export function sourcesOf(): Readonly<Record<TableName | "questions", string>> {
  const text = (file: string) => readFileSync(join(painTrials, file), "utf8");
  const entries = Object.entries(tables).map(([key, { name }]) => [key, text(`${name}.csv`)]);
  return { ...Object.fromEntries(entries), questions: text("questions.json") };
}
