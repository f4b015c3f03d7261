import { wrap } from "../output/wrap.js";

const WIDE = 12;

/** A line of a summary: what it is about, then what is said. */
export function noted(label: string, text: string): string {
  return wrap(text, { first: label.padEnd(WIDE), indent: " ".repeat(WIDE) });
}
