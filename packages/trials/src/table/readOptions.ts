import { checkArgument, isObject } from "../problems/checkArgument.js";

export interface ReadProgress {
  readonly file: string;
  /** Bytes (characters, of a string) read of this file. */
  readonly bytes: number;
  /** Rows read of this file. */
  readonly rows: number;
}

export interface ReadOptions {
  /** Called after every piece of a file. */
  readonly onProgress?: (progress: ReadProgress) => void;
}

/** Refuses (`WRONG_ARGUMENT`) what is no object of options, and an `onProgress` that can't be called. */
export function checkReadOptions(options: unknown): void {
  const isRight =
    isObject(options) &&
    !Array.isArray(options) &&
    ["undefined", "function"].includes(typeof Reflect.get(options, "onProgress"));
  checkArgument(isRight, { argument: "options", found: options, allowed: "{ onProgress }, a function, or nothing" });
}
