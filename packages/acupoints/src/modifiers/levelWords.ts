import type { ModifierQuestion } from "./modifierQuestion.js";

/** What a sentence calls a level: "against sham", "in low back pain". */
export function levelWords({ words }: Pick<ModifierQuestion, "words">, level: string): string {
  return words[level] ?? `in ${level.replaceAll("-", " ")}`;
}
