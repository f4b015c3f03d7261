import { metaError } from "@acumeta/core";
import { distance } from "fastest-levenshtein";
import { questionErrors } from "./messages.js";
import type { Question } from "./question.js";

/**
 * The question itself, or the one of that id in `known`, checked.
 *
 * Throws a MetaError: UNKNOWN_QUESTION (naming the three nearest ids), MD_NEEDS_SCALE, WINDOW_REVERSED,
 * NO_SOURCE, SIDES_OVERLAP.
 */
export function resolveQuestion(question: Question | string, known: readonly Question[]): Question {
  return checked(typeof question === "string" ? named(question, known) : structuredClone(question));
}

function named(id: string, known: readonly Question[]): Question {
  const found = known.find((one) => one.id === id);
  if (found !== undefined) return found;
  const ids = known.map((one) => one.id).sort((a, b) => distance(id, a) - distance(id, b));
  throw metaError(questionErrors.unknown(id, ids.slice(0, 3)));
}

function checked(question: Question): Question {
  const { id, window, measure, scale, prefer, treatment, comparator } = question;
  if (measure === "MD" && scale === undefined) throw metaError(questionErrors.needsScale(id));
  if (!(window.from <= window.target && window.target <= window.to))
    throw metaError(questionErrors.emptyWindow(id, window));
  if (prefer.length === 0) throw metaError(questionErrors.noSource(id));
  const both = treatment.filter((kind) => comparator.includes(kind));
  if (both.length > 0) throw metaError(questionErrors.sidesOverlap(id, both));
  return question;
}
