import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pool } from "@acumeta/core";
import { forestPlot, toPng } from "@acumeta/figures";
import { afterAll, afterEach, beforeEach, expect, test, vi } from "vitest";
import { writeGlyphFont } from "./glyphFont.js";
import { syntheticEffects } from "./syntheticEffects.js";

/** Characters of a private plane: no font that is installed anywhere has them. */
const [known, alien] = ["\u{10F001}", "\u{10F002}"];
const chartOf = (name: string) => forestPlot(pool(syntheticEffects(3, { name: (i) => `${name} ${2001 + i}` })));

const folder = mkdtempSync(join(tmpdir(), "acumeta-fonts-"));
afterAll(() => rmSync(folder, { recursive: true }));
const given = join(folder, "given.otf");
writeGlyphFont(given, known);

const home = process.env.HOME;
const warn = vi.spyOn(process, "emitWarning").mockImplementation(() => {});
beforeEach(() => warn.mockClear());
afterEach(() => {
  process.env.HOME = home;
});

test("what the shipped font has is drawn without a word, and without looking at other fonts", async () => {
  const chart = chartOf("Müller-Łoś & Σωκράτης, Иванов");
  expect(await toPng(chart)).toEqual(await toPng(chart, { fonts: [given] }));
  expect(warn).not.toHaveBeenCalled();
});

test("a character that no font has is drawn as a box, and a warning names it", async () => {
  await toPng(chartOf(`${known}${alien}`), { fonts: [given] });
  expect(warn).toHaveBeenCalledOnce();
  expect(warn).toHaveBeenCalledWith(
    expect.stringMatching(new RegExp(`^No font here has the characters ${alien}: .*Noto Sans CJK`, "u")),
    { type: "FigureWarning", code: "MISSING_GLYPHS" },
  );
});

test("one that a given font has is drawn in it, among those of the shipped font", async () => {
  const boxes = await toPng(chartOf(known));
  warn.mockClear();
  const drawn = await toPng(chartOf(known), { fonts: [given] });
  expect(drawn).not.toEqual(boxes);
  expect(drawn).toEqual(await toPng(chartOf(known), { fonts: [given] }));
  expect(warn).not.toHaveBeenCalled();
});

test.runIf(process.platform === "linux")("one that an installed font has is drawn in it", async () => {
  writeGlyphFont(join(folder, ".local/share/fonts/installed.otf"), alien);
  const boxes = await toPng(chartOf(alien));
  expect(warn).toHaveBeenCalledOnce();
  process.env.HOME = folder;
  expect(await toPng(chartOf(alien))).not.toEqual(boxes);
  expect(warn).toHaveBeenCalledOnce();
});

test("many characters are told by the first of them", async () => {
  const characters = Array.from({ length: 60 }, (_, i) => String.fromCodePoint(0x10f100 + i));
  await toPng(chartOf(characters.join("")));
  expect(String(warn.mock.calls[0]?.[0])).toMatch(/ and 48 more: they are drawn as boxes/);
});

test.each([[["nowhere.ttf"]], [[3 as unknown as string]]])("the font %j is refused", async (fonts) => {
  await expect(toPng(chartOf("A"), { fonts })).rejects.toMatchObject({ code: "NO_FONT_FILE" });
});
