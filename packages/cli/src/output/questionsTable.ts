import type { Question } from "@acumeta/trials";
import { textTable } from "./table.js";

/** The questions that can be asked, by id and in words. */
export function questionsTable(questions: readonly Question[]): string {
  return textTable(questions, [
    { head: "question", cell: ({ id }) => id },
    { head: "in words", cell: ({ label }) => label },
  ]);
}
