import { isMetaError } from "@acumeta/core";
import type { z } from "zod";
import type { Question } from "../contrasts/question.js";
import { resolveQuestion } from "../contrasts/resolveQuestion.js";
import type { Source } from "../csv/source.js";
import { wholeText } from "../csv/wholeText.js";
import { fileMessages } from "../problems/messages.js";
import type { Finding, Problem } from "../problems/problem.js";
import { questionSchema } from "../schema/questionSchema.js";
import { nearestTo } from "../text/nearestTo.js";

const FILE = "questions.json";

/** Named questions from JSON: a list of {@link Question}s, each id once. */
export async function readQuestions(source: Source): Promise<{ questions: Question[]; problems: Problem[] }> {
  const problems: Problem[] = [];
  const report = (path: readonly PropertyKey[], finding: Finding) =>
    problems.push({ file: FILE, line: null, column: path.length === 0 ? null : path.join("."), ...finding });
  const questions: Question[] = [];
  const places = new Map<string, number>();
  const items = await parseList(source);
  if (!Array.isArray(items)) {
    report([], items);
    return { questions, problems };
  }
  for (const [index, item] of items.entries()) {
    const parsed = questionSchema.safeParse(item);
    if (!parsed.success) {
      for (const issue of parsed.error.issues)
        for (const { path, finding } of issueFindings(item, issue)) report([index, ...path], finding);
      continue;
    }
    const question = parsed.data;
    const place = places.get(question.id);
    if (place === undefined) places.set(question.id, index + 1);
    else report([index, "id"], fileMessages.duplicateQuestion(question.id, place));
    const unaskable = whyUnaskable(question);
    if (unaskable !== null) report([index], unaskable);
    questions.push(question);
  }
  return { questions, problems };
}

async function parseList(source: Source): Promise<unknown[] | Finding> {
  const text = await wholeText(source);
  if (text === null) return fileMessages.notUtf8();
  try {
    const items: unknown = JSON.parse(text);
    return Array.isArray(items) ? items : fileMessages.badJson("no list");
  } catch (error) {
    return fileMessages.badJson((error as SyntaxError).message);
  }
}

interface Located {
  readonly path: readonly PropertyKey[];
  readonly finding: Finding;
}

/** What zod objects to in a question. */
function issueFindings(item: unknown, issue: z.core.$ZodIssue): readonly Located[] {
  const { path } = issue;
  if (issue.code === "unrecognized_keys") {
    const known = Object.keys((path.length === 0 ? questionSchema : questionSchema.shape.window).shape);
    return issue.keys.map((key) => ({
      path: [...path, key],
      finding: fileMessages.unknownProperty(key, known, nearestTo(key, known)),
    }));
  }
  const expected = issue.message.replace(/^[^:]*: expected /, "").replace(/, received .*$/, "");
  return [{ path, finding: fileMessages.badQuestion(JSON.stringify(valueAt(item, path)) ?? "nothing", expected) }];
}

/** What `contrasts` would object to: a reversed window, a kind of arm on both sides … */
function whyUnaskable(question: Question): Finding | null {
  try {
    resolveQuestion(question, []);
    return null;
  } catch (error) {
    if (!isMetaError(error)) throw error;
    const { found, allowed, mend } = error.diagnosis;
    return fileMessages.badQuestion(found, allowed, mend);
  }
}

function valueAt(item: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined),
    item,
  );
}
