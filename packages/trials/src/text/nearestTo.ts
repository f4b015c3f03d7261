import { closest, distance } from "fastest-levenshtein";

/**
 * The known word that a typing error may have meant, ignoring case: a third of its letters may be wrong, or one of a
 * short word, or two exchanged. null where none is near.
 */
export function nearestTo(word: string, known: Iterable<string>): string | null {
  return nearestAmong(known)(word);
}

/** `nearestTo` for many words; the same error is looked up once. */
export function nearestAmong(known: Iterable<string>): (word: string) => string | null {
  const byLower = new Map([...known].map((one) => [one.toLowerCase(), one]));
  const lower = [...byLower.keys()];
  const answers = new Map<string, string | null>();
  const find = (word: string): string | null => {
    if (lower.length === 0) return null;
    const best = closest(word, lower);
    const allowed = Math.max(best.length > 3 ? 2 : 1, Math.floor(best.length / 3));
    return distance(word, best) <= allowed ? byLower.get(best)! : null;
  };
  return (word) => {
    const key = word.toLowerCase();
    const answer = answers.has(key) ? answers.get(key)! : find(key);
    answers.set(key, answer);
    return answer;
  };
}
