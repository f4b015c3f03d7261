import type { Question } from "@acumeta/trials";

/** What is said where no trial gives an effect. */
export function noAnswer({ label }: Question): string {
  return `${label}\nNo trial answers this question.`;
}
