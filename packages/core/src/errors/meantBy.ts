/**
 * What a person may have meant by an id that is not known, as a question: the same in capitals or small letters, or the
 * logarithm of a ratio ("OR": "logOR"). null where nothing known is that near.
 */
export function meantBy(id: unknown, known: readonly string[]): string | null {
  if (typeof id !== "string") return null;
  const wanted = id.trim().toLowerCase();
  const same = known.find((one) => one.toLowerCase() === wanted);
  if (same !== undefined) return `Did you mean "${same}"? Ids are case-sensitive.`;
  const logarithm = known.find((one) => one.toLowerCase() === `log${wanted}`);
  if (logarithm === undefined) return null;
  return `Did you mean "${logarithm}"? Ratios are pooled as natural logarithms: yi is that of the ratio.`;
}
