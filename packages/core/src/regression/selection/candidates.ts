import { messages } from "../../errors/messages.js";
import { metaError } from "../../errors/metaError.js";
import { parseFormula } from "../../formula/parseFormula.js";
import { keyOf, type Term } from "../../formula/terms.js";

/** A term that a model may have. */
export interface CandidateTerm {
  /** As it was given. */
  readonly text: string;
  readonly term: Term;
  /** The same for the same variables in any order. */
  readonly key: string;
}

/** Reads texts, each as one term of a formula. */
export function termsOf(option: string, texts: unknown): readonly CandidateTerm[] {
  const refuse = (found: unknown, mend: string) => metaError(messages.badCandidate({ option, found, mend }));
  if (!Array.isArray(texts)) throw refuse(texts, 'Give a list of terms, as ["sham", "weeks"].');
  return texts.map((text: unknown) => {
    if (typeof text !== "string") throw refuse(text, "A term is a text.");
    const { terms, intercept } = parseFormula(`~ ${text}`);
    const [term] = terms;
    if (term === undefined || terms.length > 1 || !intercept)
      throw refuse(text, 'Give each term on its own: "sham", "weeks", "sham:weeks" in place of "sham * weeks".');
    return { text: text.trim(), term, key: keyOf(term) };
  });
}

/** Whether all variables of a term are among those of another. */
export function isWithin(part: Term, whole: Term): boolean {
  return part.every((variable) => whole.some(({ text }) => text === variable.text));
}
