import type { Cursor } from "./cursor.js";
import { readModerator } from "./readModerator.js";

/** Arithmetic of moderators, as in I(x^2). */
export type Expression =
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "name"; readonly name: string }
  | { readonly kind: "negative"; readonly of: Expression }
  | { readonly kind: "group"; readonly of: Expression }
  | { readonly kind: "operation"; readonly sign: Sign; readonly left: Expression; readonly right: Expression };

type Sign = "+" | "-" | "*" | "/" | "^";

const operations: Readonly<Record<Sign, (a: number, b: number) => number>> = {
  "+": (a, b) => a + b,
  "-": (a, b) => a - b,
  "*": (a, b) => a * b,
  "/": (a, b) => a / b,
  "^": (a, b) => a ** b,
};

/** Reads a sum; "^" binds more than a leading minus, and to the right. */
export function readArithmetic(cursor: Cursor): Expression {
  return readLeft(cursor, ["+", "-"], (inner) => readLeft(inner, ["*", "/"], readSigned));
}

function readLeft(cursor: Cursor, signs: readonly Sign[], readPart: (cursor: Cursor) => Expression): Expression {
  let left = readPart(cursor);
  for (;;) {
    const sign = signs.find((each) => cursor.take(each));
    if (sign === undefined) return left;
    left = { kind: "operation", sign, left, right: readPart(cursor) };
  }
}

function readSigned(cursor: Cursor): Expression {
  if (cursor.take("-")) return { kind: "negative", of: readSigned(cursor) };
  const base = readSingle(cursor);
  return cursor.take("^") ? { kind: "operation", sign: "^", left: base, right: readSigned(cursor) } : base;
}

function readSingle(cursor: Cursor): Expression {
  if (cursor.take("(")) {
    const of = readArithmetic(cursor);
    cursor.expect(")", "Close the parenthesis.");
    return { kind: "group", of };
  }
  const token = cursor.peek();
  if (token.kind === "number") return { kind: "number", value: Number(cursor.next().text) };
  if (token.kind === "name") return { kind: "name", name: readModerator(cursor) };
  return cursor.refuse({ allowed: "a number or a moderator", mend: "I() holds arithmetic, as I(weeks^2)." });
}

/** Its value where `of` gives that of a moderator. */
export function evaluate(expression: Expression, of: (name: string) => number): number {
  switch (expression.kind) {
    case "number":
      return expression.value;
    case "name":
      return of(expression.name);
    case "negative":
      return -evaluate(expression.of, of);
    case "group":
      return evaluate(expression.of, of);
    case "operation":
      return operations[expression.sign](evaluate(expression.left, of), evaluate(expression.right, of));
  }
}

/** As R prints it: spaces around + - *, none around / and ^. */
export function printed(expression: Expression): string {
  switch (expression.kind) {
    case "number":
      return String(expression.value);
    case "name":
      return quotedName(expression.name);
    case "negative":
      return `-${printed(expression.of)}`;
    case "group":
      return `(${printed(expression.of)})`;
    case "operation": {
      const sign = expression.sign === "^" || expression.sign === "/" ? expression.sign : ` ${expression.sign} `;
      return `${printed(expression.left)}${sign}${printed(expression.right)}`;
    }
  }
}

/** A name as R writes it: in backticks where it is none by itself. */
function quotedName(name: string): string {
  return /^[\p{L}.][\p{L}\p{N}_.]*$/u.test(name) ? name : `\`${name}\``;
}

export function namesIn(expression: Expression): readonly string[] {
  switch (expression.kind) {
    case "number":
      return [];
    case "name":
      return [expression.name];
    case "negative":
    case "group":
      return namesIn(expression.of);
    case "operation":
      return [...namesIn(expression.left), ...namesIn(expression.right)];
  }
}
