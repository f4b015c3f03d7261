import { fromFile, inQuestion, inText, without } from "../base.ts";
import { type HostileCase, hostile } from "../hostileCase.ts";

const bad = (name: string, changes: Readonly<Record<string, unknown>>, column: string) =>
  hostile(name, inQuestion(changes), `questions.json::${column}:BAD_QUESTION:error`);

export const questionCases: readonly HostileCase[] = [
  hostile("no questions.json", without("questions")),
  hostile(
    "an empty questions.json",
    inText("questions", () => ""),
    "questions.json:::BAD_JSON:error",
  ),
  hostile("questions not UTF-8", fromFile("questions", "questions-latin-1.txt"), "questions.json:::NOT_UTF8:error"),
  hostile("a comma too many", fromFile("questions", "questions-trailing-comma.txt"), "questions.json:::BAD_JSON:error"),
  hostile(
    "one question outside a list",
    fromFile("questions", "questions-object.txt"),
    "questions.json:::BAD_JSON:error",
  ),
  hostile(
    "a question twice",
    inText("questions", (text) => JSON.stringify([...JSON.parse(text), ...JSON.parse(text)])),
    "questions.json::1.id:DUPLICATE_QUESTION:error",
  ),
  hostile(
    "a question that is a number",
    inText("questions", () => "[1]"),
    "questions.json::0:BAD_QUESTION:error",
  ),
  bad("no outcome", { outcome: undefined }, "0.outcome"),
  bad("a misspelt outcome", { outcome: "pian" }, "0.outcome"),
  hostile(
    "a misspelt option",
    inQuestion({ minimumTrsut: "high" }),
    "questions.json::0.minimumTrsut:UNKNOWN_PROPERTY:error",
  ),
  hostile(
    "a misspelt end of a window",
    inQuestion({ window: { from: 1, to: 12, target: 8, until: 13 } }),
    "questions.json::0.window.until:UNKNOWN_PROPERTY:error",
  ),
  bad("no condition", { conditions: [] }, "0.conditions"),
  bad("a kind of arm not known", { treatment: ["acupuncture", "moxa"] }, "0.treatment.1"),
  bad("a week as text", { window: { from: "1", to: 12, target: 8 } }, "0.window.from"),
  bad("a window reversed", { window: { from: 12, to: 1, target: 8 } }, "0"),
  bad("a mean difference of no scale", { measure: "MD" }, "0"),
  bad("a kind of arm on both sides", { comparator: ["sham", "acupuncture"] }, "0"),
  hostile(
    "names of an object's properties",
    fromFile("questions", "questions-prototype.txt"),
    ...["id", "label", "conditions", "treatment", "comparator", "outcome", "window", "measure", "prefer"].map(
      (property) => `questions.json::0.${property}:BAD_QUESTION:error`,
    ),
    "questions.json::0.__proto__:UNKNOWN_PROPERTY:error",
    "questions.json::0.constructor:UNKNOWN_PROPERTY:error",
  ),
];
