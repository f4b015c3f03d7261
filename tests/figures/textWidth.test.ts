import { createRequire } from "node:module";
import { textWidth } from "@acumeta/figures";
import { expect, test } from "vitest";

/** The part of @resvg/resvg-js, a dependency of the figures, that measures. */
type Renderer = new (
  svg: string,
  options: { readonly font: { readonly loadSystemFonts: boolean; readonly fontFiles: readonly string[] } },
) => { readonly getBBox: () => { readonly width: number } | undefined };

const figures = createRequire(new URL("../../packages/figures/package.json", import.meta.url));
const { Resvg } = figures("@resvg/resvg-js") as { readonly Resvg: Renderer };
const fontFiles = ["DejaVuSans.ttf", "DejaVuSans-Bold.ttf"].map((file) =>
  figures.resolve(`dejavu-fonts-ttf/ttf/${file}`),
);

/** What the renderer draws: the width between two bars set around the text, without the bars. */
function drawnWidth(text: string, bold: boolean): number {
  const measure = (content: string) => {
    const weight = bold ? "bold" : "normal";
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="4000" height="200"><text x="10" y="100" font-family="DejaVu Sans" font-weight="${weight}" font-size="20">${content}</text></svg>`;
    return new Resvg(svg, { font: { loadSystemFonts: false, fontFiles } }).getBBox()!.width;
  };
  return measure(`|${text}|`) - measure("||");
}

test.each([
  "Brinkhaus 2006",
  "Frimodt-Møller, Béguin & Łukasz (Universität Zürich)".replace("&", "and"),
  "0.41 [−1.13, 1.26]",
  "τ² = 0.31; I² = 92% → ← ≤ ×10⁻⁵",
  "WWWWWWWWWW iiiiiiiiii",
  "Hòu xī, Zhào hǎi, Lǚ",
])("measures what the renderer draws: %s", (text) => {
  for (const bold of [false, true]) {
    const drawn = drawnWidth(text, bold);
    expect(Math.abs(textWidth(text, { size: 20, bold }) - drawn) / drawn).toBeLessThan(0.02);
  }
});

test("grows with size and weight, and an unknown character is one em wide", () => {
  expect(textWidth("Study", { size: 24 })).toBeCloseTo(2 * textWidth("Study"));
  expect(textWidth("Study", { bold: true })).toBeGreaterThan(textWidth("Study"));
  expect(textWidth("穴", { size: 10 })).toBe(10);
});
