import type { Diagnosis, Place } from "@acumeta/core";

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
    found: `${band} ranks in the band, ${points} points`,
    allowed: "one rank in the band for each point",
    mend: "Take points and band from the same result.",
  }),
  scaleOutOfRange: (scale: number): Diagnosis => ({
    code: "SCALE_OUT_OF_RANGE",
    where: { option: "scale" },
    found: String(scale),
    allowed: "more than 0, at most 10",
    mend: "2 gives an image twice as sharp as the screen's pixels.",
  }),
} as const;
