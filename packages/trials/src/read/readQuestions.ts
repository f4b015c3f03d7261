import type { Question } from "../contrasts/question.js";
import { decode } from "../csv/decode.js";
import type { Source } from "../csv/source.js";
import { fileMessages, tableMessages } from "../problems/messages.js";
import type { Finding, Problem } from "../problems/problem.js";
import { questionSchema } from "../schema/questionSchema.js";

const FILE = "questions.json";

/** Named questions from JSON: a list of {@link Question}s, each id once. */
export async function readQuestions(source: Source): Promise<{ questions: Question[]; problems: Problem[] }> {
  const problems: Problem[] = [];
  const report = (column: string | null, finding: Finding) =>
    problems.push({ file: FILE, line: null, column, ...finding });
  const questions: Question[] = [];
  const items = await parseJson(source);
  if (!Array.isArray(items)) {
    report(null, items instanceof Error ? fileMessages.badJson(items.message) : fileMessages.badJson("no list"));
    return { questions, problems };
  }
  for (const [index, item] of items.entries()) {
    const parsed = questionSchema.safeParse(item);
    if (parsed.success) {
      const first = questions.findIndex(({ id }) => id === parsed.data.id);
      if (first !== -1) report(`${index}.id`, tableMessages.duplicateRow(`id ${parsed.data.id}`, first + 1));
      questions.push(parsed.data);
    } else {
      for (const { path, message } of parsed.error.issues)
        report(
          [index, ...path].join("."),
          fileMessages.badQuestion(message, JSON.stringify(valueAt(item, path)) ?? "nothing"),
        );
    }
  }
  return { questions, problems };
}

async function parseJson(source: Source): Promise<unknown> {
  let text = "";
  try {
    for await (const chunk of decode(source)) text += chunk.text;
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) return error;
    throw error;
  }
}

function valueAt(item: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined),
    item,
  );
}
