import { closest, distance } from "fastest-levenshtein";

/** The known word that a typing error may have meant, ignoring case; null where none is near. */
export function nearestTo(word: string, known: Iterable<string>): string | null {
  const byLower = new Map([...known].map((one) => [one.toLowerCase(), one]));
  if (byLower.size === 0) return null;
  const best = closest(word.toLowerCase(), [...byLower.keys()]);
  return distance(word.toLowerCase(), best) <= Math.max(1, Math.floor(best.length / 3)) ? byLower.get(best)! : null;
}
