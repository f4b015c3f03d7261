import { palette, series } from "./theme.js";

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

/** Colours whose greys differ, so that a copy in black and white can be read; ink is black. */
const print: ThemeColours = {
  [palette.ink]: "#000000",
  [palette.muted]: "#3d3d3d",
  [palette.rule]: "#808080",
  [palette.study]: "#5aa6d6",
  [palette.pooled]: "#8f3b00",
  [palette.prediction]: "#e8bf55",
  [series[2]]: "#2f7a63",
  [series[3]]: "#dba8c4",
  [series[5]]: "#a9d6ee",
};

/** The themes that figures can be set in. */
export const themes: Readonly<Record<ThemeId, { readonly label: string; readonly colours: ThemeColours }>> = {
  light: { label: "colours on white", colours: {} },
  dark: { label: "light on dark, for screens", colours: dark },
  print: { label: "black ink and colours whose greys differ, for paper", colours: print },
};
