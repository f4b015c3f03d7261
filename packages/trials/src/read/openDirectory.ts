import { metaError } from "@acumeta/core";
import { directoryErrors } from "../problems/messages.js";
import { type TableName, tables } from "../schema/tables.js";
import { fileOf } from "../table/table.js";
import type { TrialSources } from "./sources.js";

/**
 * Streams of the files of a directory that are there. Throws a MetaError (`NO_DIRECTORY`) where it can't be listed.
 * Node's file system is loaded only here, so that everything else runs in a browser.
 */
export async function openDirectory(directory: string): Promise<TrialSources> {
  const { readdir } = await import("node:fs/promises");
  const { join } = await import("node:path");
  const present = await readdir(directory).catch((error: NodeJS.ErrnoException) => {
    throw metaError(directoryErrors.notListed(directory, error.code ?? error.message));
  });
  const files: readonly (readonly [TableName | "questions", string])[] = [
    ...(Object.keys(tables) as TableName[]).map((name) => [name, fileOf(tables[name])] as const),
    ["questions", "questions.json"],
  ];
  return Object.fromEntries(
    files.filter(([, file]) => present.includes(file)).map(([name, file]) => [name, fileSource(join(directory, file))]),
  );
}

/** A file as a source; it is opened when it is read. */
export async function* fileSource(path: string): AsyncGenerator<Uint8Array> {
  const { createReadStream } = await import("node:fs");
  yield* createReadStream(path);
}
