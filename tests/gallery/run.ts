// Draws every figure in every theme and every case on contact sheets, to be looked at.
// usage: npm run gallery [-- --figure forestPlot] [--theme dark] [--out gallery]
import { mkdirSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { type ThemeId, themes, withTheme } from "@acumeta/figures";
import { allCases } from "../figures/allCases.ts";
import { contactSheet } from "./contactSheet.ts";

const { values } = parseArgs({
  options: { figure: { type: "string" }, theme: { type: "string" }, out: { type: "string", default: "gallery" } },
});
const gallery = (await allCases()).filter(([id]) => values.figure === undefined || id === values.figure);
const chosen = (Object.keys(themes) as ThemeId[]).filter((id) => values.theme === undefined || id === values.theme);
mkdirSync(values.out, { recursive: true });
const began = performance.now();
for (const [figure, cases] of gallery)
  for (const theme of chosen) {
    const drawn = Object.entries(cases).map(([name, draw]) => ({ name, chart: withTheme(draw(), theme) }));
    const file = `${values.out}/${figure}-${theme}.png`;
    writeFileSync(file, await contactSheet(drawn));
    console.log(file);
  }
console.log(`${gallery.length} figures, ${chosen.length} themes, ${((performance.now() - began) / 1000).toFixed(1)} s`);
