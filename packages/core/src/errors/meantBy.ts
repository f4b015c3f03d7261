import { closest, distance } from "fastest-levenshtein";

/**
 * What a person may have meant by an id or a name that is not known, as a question: the same in capitals or small letters, the
 * logarithm of a ratio ("OR": "logOR"), or the nearest. null where nothing known is that near.
 */
export function meantBy(id: unknown, known: readonly string[]): string | null {
  if (typeof id !== "string" || known.includes(id)) return null;
  const wanted = id.trim().toLowerCase();
  const same = known.find((one) => one.toLowerCase() === wanted);
  if (same !== undefined) return `Did you mean "${same}"? Ids are case-sensitive.`;
  const logarithm = known.find((one) => one.toLowerCase() === `log${wanted}`);
  if (logarithm !== undefined)
    return `Did you mean "${logarithm}"? Ratios are pooled as natural logarithms: yi is that of the ratio.`;
  const near = nearestTo(wanted, known);
  return near === null ? null : `Did you mean "${near}"?`;
}

/**
 * The known one that a slip of the fingers turns into `wanted`, which is no number: a third of its letters may be wrong, of four
 * or more two, of three one.
 */
function nearestTo(wanted: string, known: readonly string[]): string | null {
  if (known.length === 0 || Number.isFinite(Number(wanted))) return null;
  const lower = known.map((one) => one.toLowerCase());
  const best = closest(wanted, lower);
  const allowed = Math.max(best.length > 3 ? 2 : best.length - 2, Math.floor(best.length / 3));
  return distance(wanted, best) <= allowed ? known[lower.indexOf(best)]! : null;
}
