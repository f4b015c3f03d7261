import { messages } from "../errors/messages.js";
import { metaError } from "../errors/metaError.js";

/** Refuses (`NOT_A_ROW`) what holds no values by name. */
export function checkRow(row: unknown, columns: readonly string[]): void {
  if (typeof row !== "object" || row === null || Array.isArray(row))
    throw metaError(messages.notARow({ found: row, columns }));
}

/** Refuses (`UNKNOWN_OPTION`) what is no object of options; none are well. */
export function checkOptions(options: unknown): void {
  if (options === undefined) return;
  if (typeof options !== "object" || options === null || Array.isArray(options))
    throw metaError(messages.notOptions({ found: options }));
}
