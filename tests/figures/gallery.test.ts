import { isMetaError } from "@acumeta/core";
import { type ChartSpec, figures, describe as inWords, type Json, themes, toSvg, withTheme } from "@acumeta/figures";
import { describe, expect, test } from "vitest";
import { allCases } from "./allCases.js";
import { outside, overlaps } from "./chartParts.js";

const gallery = await allCases();

test("the register knows every figure by the name of its function", () => {
  for (const [id, { draw }] of Object.entries(figures)) expect(draw.name).toBe(id);
});

describe.each(Object.entries(figures))("%s", (_, { draw }) => {
  const wrong = [undefined, null, 3, "text", {}, [], [null], [3], { studies: [] }, { points: null }];
  test.each(wrong.map((each) => [JSON.stringify(each) ?? "nothing", each]))("refuses %s with words", (__, each) => {
    const found = (() => {
      try {
        return (draw as (...results: readonly unknown[]) => unknown)(each);
      } catch (error) {
        return error;
      }
    })();
    expect(isMetaError(found) && found.code).toMatch(/^(WRONG_ARGUMENT|NOTHING_TO_DRAW)$/);
  });

  test("refuses options that are none", () =>
    expect(() => (draw as (...results: readonly unknown[]) => unknown)({}, 3, 3)).toThrow(
      expect.objectContaining({ name: "MetaError" }),
    ));
});

describe.each(gallery.map(([figure, cases]) => ({ figure, cases })))("$figure", ({ figure, cases }) => {
  test.each(Object.entries(cases))("%s: nothing overlaps, nothing is cut, and it is told in words", (_, draw) => {
    const chart = draw();
    expect(overlaps(chart)).toEqual([]);
    expect(outside(chart)).toEqual([]);
    expect(inWords(chart)).toMatch(/^[\p{Lu}\d].{20,}\.$/su);
    expect(inWords(chart)).not.toMatch(/NaN|undefined|null|Infinity|\[object/);
  });

  test("is drawn in every theme, in no colour that the theme does not know", async () => {
    const chart = cases.typical!();
    for (const theme of Object.keys(themes) as (keyof typeof themes)[])
      expect(await toSvg(withTheme(chart, theme))).not.toMatch(/NaN|undefined|Infinity/);
    const light = new Set(Object.keys(themes.dark.colours));
    expect(coloursOf(withTheme(chart, "dark")).filter((colour) => light.has(colour))).toEqual([]);
  });

  test("is the Vega-Lite it was", async () => {
    const text = `${JSON.stringify(cases.typical!(), rounded, 1)}\n`;
    await expect(text).toMatchFileSnapshot(`gallery/snapshots/${figure}.vl.json`);
  });
});

const rounded = (_: string, value: unknown) => (typeof value === "number" ? Number(value.toPrecision(8)) : value);

/** Every colour that a specification sets. */
function coloursOf(value: ChartSpec | Json): readonly string[] {
  if (typeof value === "string") return /^(#[0-9a-f]{6}|white|black)$/.test(value) ? [value] : [];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(coloursOf) : [];
}
