import { refuse } from "./refuse.js";

/** A piece of a formula's text. */
export interface Token {
  readonly kind: "number" | "name" | "text" | "sign" | "end";
  /** What it stands for: a name without its backticks, a text without its quotes. */
  readonly text: string;
  /** Where it begins, counted from 0. */
  readonly at: number;
}

const PATTERNS: readonly (readonly [Token["kind"], RegExp])[] = [
  ["number", /(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?/y],
  ["name", /`[^`]+`|[\p{L}_.][\p{L}\p{N}_.]*/uy],
  ["text", /"[^"]*"|'[^']*'/y],
  ["sign", /[~+\-*:^/()[\],=]/y],
];

/** The pieces of a formula, and its end. */
export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < text.length; ) {
    if (/\s/.test(text[at]!)) {
      at += 1;
      continue;
    }
    const [kind, found] = pieceAt(text, at);
    tokens.push({ kind, text: found.replaceAll(/^[`"']|[`"']$/g, ""), at });
    at += found.length;
  }
  return [...tokens, { kind: "end", text: "", at: text.length }];
}

function pieceAt(text: string, at: number): readonly [Token["kind"], string] {
  for (const [kind, pattern] of PATTERNS) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match !== null) return [kind, match[0]];
  }
  const found = String.fromCodePoint(text.codePointAt(at)!);
  const isOpen = /[`"']/.test(found);
  return refuse(text, at, {
    found: isOpen ? `a ${found} without its second one` : JSON.stringify(found),
    allowed: "moderators, numbers, + - * : ^ ( ) and the functions poly, rcs, factor and I",
    mend: isOpen ? "Close it." : "A name with other characters stands in backticks, as `sham type`.",
  });
}
