import { type Cursor, cursorOf } from "./cursor.js";
import { readVariable } from "./readVariable.js";
import { crossed, interactions, power, type Term, union, without } from "./terms.js";
import type { Token } from "./tokens.js";
import { moderatorsOf, type Variable } from "./variable.js";

/** A formula as it was read. */
export interface Formula {
  readonly text: string;
  readonly intercept: boolean;
  /** Main effects first, then interactions of two, of three; within a term the order in which variables first come. */
  readonly terms: readonly Term[];
  /** In the order in which they first come. */
  readonly variables: readonly Variable[];
  /** Reference levels written into the formula, by moderator. */
  readonly references: ReadonlyMap<string, string>;
}

/** The moderators that a formula uses. */
export function namesIn({ variables }: Formula): readonly string[] {
  return [...new Set(variables.flatMap(moderatorsOf))];
}

/** A sum of terms, and what it says of the constant: 1, 0, or nothing. */
interface Sum {
  readonly terms: readonly Term[];
  readonly constant: { readonly value: boolean; readonly token: Token } | null;
}

interface State {
  readonly cursor: Cursor;
  readonly variables: Map<string, Variable>;
  readonly references: Map<string, string>;
}

/**
 * Reads a formula such as "~ sham * weeks + rcs(sessions, 3)": terms joined by + and taken out by −, interactions by :,
 * both by * ((a + b)^2 for all pairs), the constant taken out by 0 or −1.
 *
 * The language of Wilkinson & Rogers 1973, Applied Statistics 22:392-399, as Chambers & Hastie 1992, Statistical Models in S,
 * ch. 2, write it.
 */
export function parseFormula(text: string): Formula {
  const state: State = { cursor: cursorOf(text), variables: new Map(), references: new Map() };
  const { cursor } = state;
  if (!cursor.take("~"))
    cursor.refuse({
      allowed: '"~" first',
      mend: 'Only moderators stand in a formula, after a tilde: "~ sham + weeks".',
    });
  const { terms, constant } = readSum(state);
  if (cursor.peek().kind !== "end")
    cursor.refuse({
      allowed: "+ - * : ^ or the end",
      mend: cursor.peek().text === "/" ? "Write a/b as a + a:b." : "Join terms by +.",
    });
  const variables = [...state.variables.values()];
  const order = (variable: Variable) => variables.findIndex(({ text: known }) => known === variable.text);
  const sorted = terms.map((term) => [...term].sort((a, b) => order(a) - order(b)));
  return {
    text,
    intercept: constant?.value ?? true,
    terms: sorted.sort((a, b) => a.length - b.length),
    variables: variables.filter(({ text: known }) => sorted.some((term) => term.some((one) => one.text === known))),
    references: state.references,
  };
}

function readSum(state: State): Sum {
  const { cursor } = state;
  let terms: readonly Term[] = [];
  let constant: Sum["constant"] = null;
  let isPlus = !cursor.take("-");
  if (isPlus) cursor.take("+");
  for (;;) {
    const part = readProduct(state);
    terms = isPlus ? union(terms, part.terms) : without(terms, part.terms);
    if (part.constant !== null) constant = { ...part.constant, value: part.constant.value === isPlus };
    if (cursor.take("+")) isPlus = true;
    else if (cursor.take("-")) isPlus = false;
    else return { terms, constant };
  }
}

function readProduct(state: State): Sum {
  return readJoined(state, "*", crossed, (inner) => readJoined(inner, ":", interactions, readPower));
}

function readJoined(
  state: State,
  sign: string,
  join: (left: readonly Term[], right: readonly Term[]) => readonly Term[],
  readPart: (state: State) => Sum,
): Sum {
  let left = readPart(state);
  while (state.cursor.take(sign)) {
    const right = readPart(state);
    for (const { constant } of [left, right]) refuseConstant(state, constant, sign);
    left = { terms: join(left.terms, right.terms), constant: null };
  }
  return left;
}

function readPower(state: State): Sum {
  const { cursor } = state;
  const base = readSingle(state);
  if (!cursor.take("^")) return base;
  refuseConstant(state, base.constant, "^");
  const exponent = cursor.next();
  const value = Number(exponent.text);
  const mend = "The square of a moderator is I(weeks^2).";
  if (exponent.kind !== "number" || !Number.isInteger(value) || value < 2)
    cursor.refuse({ allowed: "a whole number from 2", mend }, exponent);
  if (base.terms.length < 2)
    cursor.refuse({ found: `one term to the power ${value}`, allowed: "a sum, as (a + b)^2", mend }, exponent);
  return { terms: power(base.terms, value), constant: null };
}

function readSingle(state: State): Sum {
  const { cursor } = state;
  if (cursor.take("(")) {
    const inner = readSum(state);
    cursor.expect(")", "Close the parenthesis, or leave out what stands before this.");
    return inner;
  }
  const token = cursor.peek();
  if (token.kind === "number" && (token.text === "0" || token.text === "1"))
    return { terms: [], constant: { value: cursor.next().text === "1", token } };
  if (token.kind !== "name")
    cursor.refuse({ allowed: "a moderator, a function of one, 0, 1 or (", mend: insteadOfToken(token) });
  const { variable, reference } = readVariable(state.cursor);
  const known = state.variables.get(variable.text) ?? variable;
  state.variables.set(known.text, known);
  if (reference !== null) {
    const other = state.references.get(reference.name) ?? reference.level;
    if (other !== reference.level)
      cursor.refuse(
        {
          found: `a second reference of ${reference.name}, ${JSON.stringify(reference.level)}`,
          allowed: `one, here ${JSON.stringify(other)}`,
          mend: "Write it once.",
        },
        reference.token,
      );
    state.references.set(reference.name, reference.level);
  }
  return { terms: [[known]], constant: null };
}

function insteadOfToken({ kind, text }: Token): string {
  if (kind === "number") return "Numbers stand in I(), as I(weeks/12).";
  if (kind === "text") return "A moderator stands without quotes, or in backticks.";
  if (text === "*") return "A power is written ^: I(weeks^2).";
  return "Is a term missing here, or an operator too many?";
}

function refuseConstant({ cursor }: State, constant: Sum["constant"], sign: string): void {
  if (constant !== null)
    cursor.refuse(
      { allowed: `moderators beside ${JSON.stringify(sign)}`, mend: "0 and 1 stand in a sum, as ~ 0 + sham." },
      constant.token,
    );
}
