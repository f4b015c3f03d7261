import { metaError } from "@acumeta/core";
import { directoryErrors } from "../problems/messages.js";
import { requiredTables, type TableName, tables } from "../schema/tables.js";
import { fileOf } from "../table/table.js";
import type { TrialSources } from "./sources.js";

/** The files of a directory. */
export interface OpenDirectory {
  /** Streams of those that hold tables or questions. */
  readonly sources: TrialSources;
  /** The names of all. */
  readonly files: readonly string[];
}

/**
 * The files of a directory, as streams. Throws `NO_DIRECTORY` where it can't be listed. Node's file system is loaded only
 * here, so that everything else runs in a browser.
 */
export async function openDirectory(directory: string): Promise<OpenDirectory> {
  const { join } = await import("node:path");
  const files = await filesIn(
    directory,
    requiredTables.map((name) => fileOf(tables[name])),
  );
  const known: readonly (readonly [TableName | "questions", string])[] = [
    ...(Object.keys(tables) as TableName[]).map((name) => [name, fileOf(tables[name])] as const),
    ["questions", "questions.json"],
  ];
  const present = known.filter(([, file]) => files.includes(file));
  return {
    sources: Object.fromEntries(present.map(([name, file]) => [name, fileSource(join(directory, file))])),
    files,
  };
}

/** The names of the files of a directory; throws `NO_DIRECTORY`, which says what files it should hold. */
export async function filesIn(directory: string, needed: readonly string[]): Promise<readonly string[]> {
  const { readdir } = await import("node:fs/promises");
  return readdir(directory).catch((error: NodeJS.ErrnoException) => {
    throw metaError(directoryErrors.notListed(directory, error.code ?? error.message, needed.join(" and ")));
  });
}

/** A file as a source; it is opened when it is read. */
export async function* fileSource(path: string): AsyncGenerator<Uint8Array> {
  const { createReadStream } = await import("node:fs");
  yield* createReadStream(path);
}
