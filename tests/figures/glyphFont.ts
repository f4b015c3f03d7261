import { mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname } from "node:path";

/** What is used here of opentype.js. */
interface Opentype {
  readonly Path: new () => { moveTo(x: number, y: number): void; lineTo(x: number, y: number): void; close(): void };
  readonly Glyph: new (options: object) => object;
  readonly Font: new (options: object) => { toArrayBuffer(): ArrayBuffer };
}

const require = createRequire(import.meta.url);
const { Font, Glyph, Path } = require("opentype.js") as Opentype;

/** Writes a font whose glyph for each of some characters is a triangle. */
export function writeGlyphFont(file: string, characters: string): void {
  const path = new Path();
  path.moveTo(100, 0);
  path.lineTo(900, 0);
  path.lineTo(500, 800);
  path.close();
  const glyph = (name: string, unicode?: number) => new Glyph({ name, unicode, advanceWidth: 1000, path });
  const glyphs = [glyph(".notdef"), ...[...characters].map((one, i) => glyph(`triangle${i}`, one.codePointAt(0)))];
  const names = { familyName: "Triangles", styleName: "Regular", unitsPerEm: 1000, ascender: 800, descender: -200 };
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, new Uint8Array(new Font({ ...names, glyphs }).toArrayBuffer()));
}
