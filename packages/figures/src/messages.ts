import { counted, type Diagnosis, type Place } from "@acumeta/core";

/** Every error text of this package. */
export const messages = {
  nothingToDraw: (what: string): Diagnosis => ({
    code: "NOTHING_TO_DRAW",
    found: `no ${what}`,
    allowed: "at least one",
    mend: "Check the question or the filter the list comes from.",
  }),
  notFinite: (where: Place, value: number): Diagnosis => ({
    code: "NOT_FINITE",
    where,
    found: String(value),
    allowed: "finite numbers",
    mend: "Draw results as the library's functions return them; they hold finite numbers only.",
  }),
  notACount: (point: string, counts: Readonly<Record<string, number | null>>): Diagnosis => ({
    code: "NOT_A_COUNT",
    where: { study: point },
    found: Object.entries(counts)
      .map(([name, count]) => `${name} ${count}`)
      .join(", "),
    allowed: "whole numbers from 1, k at most trials, n from 0 or null",
    mend: "trials list the point, k of them have an effect; naivePointEffects() counts both.",
  }),
  namedOutOfRange: (named: number): Diagnosis => ({
    code: "OPTION_OUT_OF_RANGE",
    where: { option: "named" },
    found: String(named),
    allowed: "a whole number from 0",
    mend: "Leave it out for the default.",
  }),
  widthOutOfRange: (width: number): Diagnosis => ({
    code: "WIDTH_OUT_OF_RANGE",
    where: { option: "width" },
    found: String(width),
    allowed: "120 to 2000 pixels",
    mend: "The width is that of the plotting area; text columns are added to it. Leave it out for the default.",
  }),
  unknownOption: (option: string, found: string, allowed: readonly string[]): Diagnosis => ({
    code: "UNKNOWN_CHOICE",
    where: { option },
    found: `"${found}"`,
    allowed: allowed.join(", "),
    mend: "Choose one of these; they are case-sensitive.",
  }),
  bandLength: (band: number, points: number): Diagnosis => ({
    code: "BAND_LENGTH",
    where: { option: "band" },
    found: `${counted(band, "rank")} in the band, ${counted(points, "point")}`,
    allowed: "one rank in the band for each point",
    mend: "Take points and band from the same result.",
  }),
  notAnOrder: (found: readonly unknown[], names: readonly string[]): Diagnosis => ({
    code: "NOT_AN_ORDER",
    where: { option: "order" },
    found: shown(found.filter((name) => !names.includes(String(name))).length > 0 ? found.join(", ") : found),
    allowed: `every treatment once: ${names.join(", ")}`,
    mend: "Name them all, as they are written in the network, or leave it out.",
  }),
  noFontFile: (file: unknown): Diagnosis => ({
    code: "NO_FONT_FILE",
    where: { option: "fonts" },
    found: shown(file),
    allowed: "paths of font files that are there",
    mend: "Check the path; it is relative to where the command runs.",
  }),
  wrongArgument: ({ argument, found, allowed }: { argument: string; found: unknown; allowed: string }): Diagnosis => ({
    code: "WRONG_ARGUMENT",
    where: { option: argument },
    found: shown(found),
    allowed,
    mend: found instanceof Promise ? "It is asynchronous: await it." : "Is the argument missing, or at another place?",
  }),
  scaleOutOfRange: (scale: number): Diagnosis => ({
    code: "SCALE_OUT_OF_RANGE",
    where: { option: "scale" },
    found: String(scale),
    allowed: "more than 0, at most 10",
    mend: "2 gives an image twice as sharp as the screen's pixels.",
  }),
} as const;

/** What a PNG can't show. */
export function missingGlyphs(characters: readonly string[]): string {
  const some = characters.slice(0, 12).join("");
  const more = characters.length > 12 ? ` and ${characters.length - 12} more` : "";
  return (
    `No font here has the characters ${some}${more}: they are drawn as boxes. Install a font that has them, as Noto Sans ` +
    "CJK, or name its file in the option fonts; an SVG leaves the font to its reader."
  );
}

/** A value in a word or two. */
function shown(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value.slice(0, 80));
  if (value instanceof Promise) return "a promise";
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value !== "object" || value === null) return String(value);
  return `an object with ${Object.keys(value).slice(0, 8).join(", ") || "nothing in it"}`;
}
