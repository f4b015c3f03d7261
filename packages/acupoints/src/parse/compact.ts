/**
 * A text as it is looked up: full-width characters narrow, accents and tone marks dropped, capitals, and without spaces,
 * hyphens of any kind, dots and apostrophes. "Bl 23" and "BL-23" become "BL23", "Shènshū" becomes "SHENSHU".
 */
export function compact(text: string): string {
  return text
    .normalize("NFKD")
    .replaceAll(/\p{Mark}/gu, "")
    .toUpperCase()
    .replaceAll(/[\s.'’_\p{Dash}]/gu, "");
}
