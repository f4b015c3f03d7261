import { palette, series, tints } from "./theme.js";

export type ThemeId = "light" | "dark" | "print";

/** What each colour of the figures is in another theme; it stays where nothing is said. */
export type ThemeColours = Readonly<Record<string, string>>;

const dark: ThemeColours = {
  [palette.ink]: "#e8eaed",
  [palette.muted]: "#a5abb2",
  [palette.rule]: "#767c84",
  [palette.band]: "#33383e",
  [palette.paper]: "#16191d",
  [palette.study]: "#62bbf0",
  [palette.pooled]: "#f08a3c",
  [palette.prediction]: "#f0c24b",
  [series[2]]: "#2bc59a",
  [series[5]]: "#a6dcff",
};

/** Greys that stay apart in print: the darker the colour stands out in the light theme, the darker. */
const print: ThemeColours = {
  [palette.ink]: "#000000",
  [palette.muted]: "#404040",
  [palette.rule]: "#8c8c8c",
  [palette.band]: "#e6e6e6",
  [palette.study]: "#4d4d4d",
  [palette.pooled]: "#000000",
  [palette.prediction]: "#7f7f7f",
  [series[2]]: "#666666",
  [series[3]]: "#a6a6a6",
  [series[5]]: "#bfbfbf",
  [tints[0]]: "#f2f2f2",
};

/** The themes that figures can be set in. */
export const themes: Readonly<Record<ThemeId, { readonly label: string; readonly colours: ThemeColours }>> = {
  light: { label: "colours on white", colours: {} },
  dark: { label: "light on dark, for screens", colours: dark },
  print: { label: "black and greys, for paper", colours: print },
};
