import { metaError } from "@acumeta/core";
import { distance } from "fastest-levenshtein";
import type { z } from "zod";
import { questionSchema } from "../schema/questionSchema.js";
import { questionErrors } from "./messages.js";
import type { Question } from "./question.js";

/**
 * The question itself, or the one of that id in `known`, checked.
 *
 * Throws a MetaError: UNKNOWN_QUESTION (naming the three nearest ids), BAD_QUESTION, MD_NEEDS_SCALE, WINDOW_REVERSED,
 * SIDES_OVERLAP.
 */
export function resolveQuestion(question: Question | string, known: readonly Question[]): Question {
  return checked(typeof question === "string" ? named(question, known) : shaped(question));
}

function named(id: string, known: readonly Question[]): Question {
  const found = known.find((one) => one.id === id);
  if (found !== undefined) return found;
  const ids = known.map((one) => one.id).sort((a, b) => distance(id, a) - distance(id, b));
  throw metaError(questionErrors.unknown(id, ids.slice(0, 3)));
}

/** Questions come from scripts too, where nothing has checked their values. */
function shaped(question: Question): Question {
  const parsed = questionSchema.safeParse(question);
  if (parsed.success) return parsed.data;
  const [{ path, message }] = parsed.error.issues as [z.core.$ZodIssue, ...unknown[]];
  const found: unknown = path.reduce<unknown>((value, key) => Object(value)[key], question);
  throw metaError(questionErrors.malformed(path.join("."), { found: JSON.stringify(found), allowed: message }));
}

function checked(question: Question): Question {
  const { id, window, measure, scale, treatment, comparator } = question;
  if (measure === "MD" && scale === undefined) throw metaError(questionErrors.needsScale(id));
  if (!(window.from <= window.target && window.target <= window.to))
    throw metaError(questionErrors.emptyWindow(id, window));
  const both = treatment.filter((kind) => comparator.includes(kind));
  if (both.length > 0) throw metaError(questionErrors.sidesOverlap(id, both));
  return question;
}
