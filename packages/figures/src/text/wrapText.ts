import { type TextStyle, textWidth } from "./textWidth.js";

/** Breaks a text at spaces (not at no-break spaces), and a word wider than a line anywhere, into lines of at most `width` pixels. */
export function wrapText(text: string, width: number, style: TextStyle = {}): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/[ \t\n]+/).flatMap((part) => breakWord(part, width, style))) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && textWidth(longer, style) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}

function breakWord(word: string, width: number, style: TextStyle): readonly string[] {
  const parts: string[] = [];
  let part = "";
  for (const character of word) {
    if (part !== "" && textWidth(part + character, style) > width) {
      parts.push(part);
      part = "";
    }
    part += character;
  }
  return [...parts, part];
}
