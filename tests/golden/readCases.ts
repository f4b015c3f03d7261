import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import type { GoldenCase } from "./goldenCase.ts";

export const shippedCases: string = fileURLToPath(new URL("cases", import.meta.url));

/** The cases of files (.json, .json.gz) and of the files in folders. Throws an Error that names the file. */
export function readCases(paths: readonly string[]): readonly GoldenCase[] {
  return paths.flatMap(filesOf).flatMap(casesOf);
}

function filesOf(path: string): readonly string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .filter((name) => /\.json(\.gz)?$/.test(name))
    .sort()
    .map((name) => join(path, name));
}

function casesOf(file: string): readonly GoldenCase[] {
  const bytes = readFileSync(file);
  try {
    const { cases } = JSON.parse((file.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8"));
    if (!Array.isArray(cases)) throw new Error('no list named "cases"');
    return cases;
  } catch (error) {
    throw new Error(`${file}: ${error instanceof Error ? error.message : error}`);
  }
}
