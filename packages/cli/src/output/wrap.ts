import { Help } from "commander";

/** Columns of a terminal that a line may fill. */
export const WIDTH = 110;

/** A text in lines, each with `indent` before it but for the first, which has `first`. */
export function wrap(text: string, { indent = "", first = indent }: { indent?: string; first?: string } = {}): string {
  const lines = new Help().boxWrap(text, WIDTH - indent.length).split("\n");
  return lines.map((line, i) => `${i === 0 ? first : indent}${line}`).join("\n");
}
