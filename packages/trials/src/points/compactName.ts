/** A name or code as it is looked up: capitals without tone marks, spaces, hyphens of any kind, dots and apostrophes. */
export function compactName(text: string): string {
  return text
    .normalize("NFKD")
    .replaceAll(/\p{Mark}/gu, "")
    .toUpperCase()
    .replaceAll(/[\s.'’_\p{Dash}]/gu, "");
}
