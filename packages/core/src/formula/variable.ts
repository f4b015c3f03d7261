import { type Expression, namesIn } from "./arithmetic.js";

/** What gives columns of a model matrix. `text` is what names them, as R writes it. */
export type Variable = Moderator | Categorical | Polynomial | Spline | Arithmetic;

/** A moderator as it is: numbers make one column, texts and true or false are coded as levels. */
export interface Moderator {
  readonly kind: "moderator";
  readonly text: string;
  readonly name: string;
}

/** A moderator whose values are levels even where they are numbers. */
export interface Categorical {
  readonly kind: "factor";
  readonly text: string;
  readonly name: string;
}

interface Polynomial {
  readonly kind: "polynomial";
  readonly text: string;
  readonly name: string;
  readonly degree: number;
}

interface Spline {
  readonly kind: "spline";
  readonly text: string;
  readonly name: string;
  /** How many, at default quantiles, or where. */
  readonly knots: number | readonly number[];
}

interface Arithmetic {
  readonly kind: "arithmetic";
  readonly text: string;
  readonly expression: Expression;
}

/** The moderators a variable is made from. */
export function moderatorsOf(variable: Variable): readonly string[] {
  return variable.kind === "arithmetic" ? namesIn(variable.expression) : [variable.name];
}
