import { wrap } from "./wrap.js";

/** Remarks below tables: each text stands once, and a cell points to it by number. */
export interface Remarks {
  readonly mark: (text: string) => string;
  readonly lines: readonly string[];
}

export function numberRemarks(all: readonly string[]): Remarks {
  const texts = [...new Set(all)].filter((text) => text !== "");
  const mark = (text: string) => `[${texts.indexOf(text) + 1}]`;
  const indent = " ".repeat(mark(texts.at(-1) ?? "").length + 1);
  return {
    mark: (text) => (text === "" ? "" : mark(text)),
    lines: texts.map((text) => wrap(text, { indent, first: mark(text).padEnd(indent.length) })),
  };
}
