const OF_EFFECT: readonly string[] = ["yi", "vi", "se", "measure"];

/** Whether a name is that of a part of the effect itself, which can't explain it. */
export function isOfEffect(name: string): boolean {
  return OF_EFFECT.includes(name);
}

/** The names of what is known of studies besides their effects. */
export function knownModerators(rows: readonly object[]): readonly string[] {
  return [...new Set(rows.flatMap(Object.keys))].filter((name) => !isOfEffect(name));
}
