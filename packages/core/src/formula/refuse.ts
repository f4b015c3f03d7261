import { messages } from "../errors/messages.js";
import { metaError } from "../errors/metaError.js";

/** What is wrong at a place in a formula. */
export interface Fault {
  readonly found: string;
  readonly allowed: string;
  readonly mend: string;
}

/** Refuses (`FORMULA_SYNTAX`) a formula, with a caret below the place where it can't be read. */
export function refuse(text: string, at: number, fault: Fault): never {
  throw metaError(messages.formulaSyntax({ text, at, ...fault }));
}
