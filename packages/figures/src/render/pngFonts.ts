import { metaError } from "@acumeta/core";
import type { ResvgRenderOptions } from "@resvg/resvg-js";
import { messages } from "../messages.js";
import { isMeasured } from "../text/textWidth.js";
import { boxedCharacters } from "./boxedCharacters.js";

type FontOptions = NonNullable<ResvgRenderOptions["font"]>;

/** The fonts a PNG is drawn with, and the characters that none of them has. */
export interface PngFonts {
  readonly font: FontOptions;
  readonly missing: readonly string[];
}

/**
 * The shipped fonts and those of `files`; where they lack a character of the drawing (the shipped ones have no Chinese,
 * Japanese or Korean), those that are installed as well. Throws `NO_FONT_FILE`.
 */
export async function pngFonts(svg: string, files: readonly string[]): Promise<PngFonts> {
  const [{ createRequire }, { existsSync }] = await Promise.all([import("node:module"), import("node:fs")]);
  const noFile = files.find((file) => typeof file !== "string" || !existsSync(file));
  if (noFile !== undefined) throw metaError(messages.noFontFile(noFile));
  const require = createRequire(import.meta.url);
  const shipped = [
    require.resolve("dejavu-fonts-ttf/ttf/DejaVuSans.ttf"),
    require.resolve("dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf"),
  ];
  const font = { loadSystemFonts: false, fontFiles: [...shipped, ...files], defaultFontFamily: "DejaVu Sans" };
  const unshipped = await boxedCharacters(doubtful(svg), font);
  if (unshipped.length === 0) return { font, missing: [] };
  const withInstalled = { ...font, loadSystemFonts: true };
  return { font: withInstalled, missing: await boxedCharacters(unshipped, withInstalled) };
}

/** The characters of a drawing's texts that the shipped fonts are not known to have. */
function doubtful(svg: string): readonly string[] {
  const texts = [...svg.matchAll(/>([^<]+)<\/text>/g)].map(([, text = ""]) => text);
  return [...new Set(texts.join(""))].filter((character) => !isMeasured(character) && /\P{Control}/u.test(character));
}
