import { printed, readArithmetic } from "./arithmetic.js";
import type { Cursor } from "./cursor.js";
import { insteadOf } from "./insteadOf.js";
import { readModerator } from "./readModerator.js";
import type { Token } from "./tokens.js";
import type { Variable } from "./variable.js";

/** A variable, and the level that was written as its reference: `sham[ref=none]`. */
export interface WrittenVariable {
  readonly variable: Variable;
  readonly reference: { readonly name: string; readonly level: string; readonly token: Token } | null;
}

const functions: Readonly<Record<string, (cursor: Cursor) => Variable>> = {
  poly: readPolynomial,
  rcs: readSpline,
  I: readIdentity,
  factor: (cursor) => {
    const name = readModerator(cursor);
    return { kind: "factor", text: `factor(${name})`, name };
  },
};

export function readVariable(cursor: Cursor): WrittenVariable {
  const token = cursor.next();
  const { text: name } = token;
  if (!cursor.take("(")) {
    const reference = readReference(cursor, name);
    return { variable: { kind: "moderator", text: name, name }, reference };
  }
  const read = Object.hasOwn(functions, name) ? functions[name] : undefined;
  const known = Object.keys(functions);
  if (read === undefined)
    return cursor.refuse(
      { found: `the function ${name}`, allowed: `the functions ${known.join(", ")}`, mend: insteadOf(name, known) },
      token,
    );
  const variable = read(cursor);
  cursor.expect(")", `Close ${name}(.`);
  return { variable, reference: variable.kind === "factor" ? readReference(cursor, variable.name) : null };
}

function readReference(cursor: Cursor, name: string): WrittenVariable["reference"] {
  if (!cursor.take("[")) return null;
  const mend = `The reference level is written ${name}[ref=none].`;
  const word = cursor.next();
  if (word.text !== "ref" || word.kind !== "name") cursor.refuse({ allowed: "ref=", mend }, word);
  cursor.expect("=", mend);
  const token = cursor.next();
  if (token.kind === "sign" || token.kind === "end") cursor.refuse({ allowed: "a level", mend }, token);
  cursor.expect("]", "A level with spaces or signs stands in quotes.");
  return { name, level: token.text, token };
}

function readPolynomial(cursor: Cursor): Variable {
  const name = readModerator(cursor);
  cursor.expect(",", "Give the degree, as poly(weeks, 2).");
  const degree = readWhole(cursor, 1, "Give the degree, as poly(weeks, 2).");
  return { kind: "polynomial", text: `poly(${name}, ${degree})`, name, degree };
}

function readSpline(cursor: Cursor): Variable {
  const mend = "Give how many knots, as rcs(weeks, 3), or where, as rcs(weeks, c(4, 8, 26)).";
  const name = readModerator(cursor);
  cursor.expect(",", mend);
  if (cursor.peek().text !== "c" || cursor.peek().kind !== "name") {
    const knots = readWhole(cursor, 3, mend);
    return { kind: "spline", text: `rcs(${name}, ${knots})`, name, knots };
  }
  const first = cursor.next();
  cursor.expect("(", mend);
  const knots: number[] = [];
  do knots.push(readNumber(cursor, mend));
  while (cursor.take(","));
  cursor.expect(")", mend);
  if (knots.length < 3 || knots.some((knot, i) => i > 0 && knot <= knots[i - 1]!))
    cursor.refuse({ found: `the knots ${knots.join(", ")}`, allowed: "three or more, rising", mend }, first);
  return { kind: "spline", text: `rcs(${name}, c(${knots.join(", ")}))`, name, knots };
}

function readIdentity(cursor: Cursor): Variable {
  const expression = readArithmetic(cursor);
  return { kind: "arithmetic", text: `I(${printed(expression)})`, expression };
}

function readWhole(cursor: Cursor, least: number, mend: string): number {
  const token = cursor.next();
  const value = Number(token.text);
  if (token.kind !== "number" || !Number.isInteger(value) || value < least)
    cursor.refuse({ allowed: `a whole number from ${least}`, mend }, token);
  return value;
}

function readNumber(cursor: Cursor, mend: string): number {
  const isNegative = cursor.take("-");
  const token = cursor.next();
  if (token.kind !== "number") cursor.refuse({ allowed: "a number", mend }, token);
  return isNegative ? -Number(token.text) : Number(token.text);
}
