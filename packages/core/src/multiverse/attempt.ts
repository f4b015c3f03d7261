import { isMetaError } from "../errors/metaError.js";
import type { RefusedCombination } from "./result.js";

/** The label of the option taken, by dimension. */
export type Labels = Readonly<Record<string, string>>;

/** What came of a step: a value, or the reason why there is none. */
export type Attempt<Value> = { readonly value: Value; readonly failed: null } | { readonly failed: RefusedCombination };

/** Does a step of a combination; any error but a MetaError goes on, with the combination before its text. */
export function attempt<Value>(labels: Labels, step: () => Value): Attempt<Value> {
  try {
    return { value: step(), failed: null };
  } catch (error) {
    if (isMetaError(error)) return { failed: { code: error.code, message: error.message } };
    const said = error instanceof Error ? error.message : String(error);
    throw new Error(`${inWords(labels)}: ${said}`, { cause: error });
  }
}

/** A combination as a message names it: outcome "latest", tau2 "PM". */
export function inWords(labels: Labels): string {
  return Object.entries(labels)
    .map(([name, label]) => `${name} ${JSON.stringify(label)}`)
    .join(", ");
}
