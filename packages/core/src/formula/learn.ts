import { messages } from "../errors/messages.js";
import { metaError } from "../errors/metaError.js";
import type { CodingId } from "./codings.js";
import { defaultKnots } from "./cubicSpline.js";
import { type FactorLevels, learnFactor } from "./factor.js";
import { learnPolynomials, type PolynomialRecursion } from "./orthogonalPolynomials.js";
import type { Formula } from "./parseFormula.js";
import { kindOf, type ModeratorTable, type ModeratorValue, numbersOf } from "./values.js";
import type { Categorical, Moderator } from "./variable.js";

/** What a formula takes from the studies and needs again for new values: by what is written in the formula. */
export interface Learned {
  /** Of categorical moderators. */
  readonly levels: Readonly<Record<string, FactorLevels>>;
  /** Of rcs(). */
  readonly knots: Readonly<Record<string, readonly number[]>>;
  /** Of poly(). */
  readonly polynomials: Readonly<Record<string, PolynomialRecursion>>;
}

/** How categorical moderators are coded, by the moderator's name. */
export interface CodingOptions {
  /** The level that the others are compared with; the first in the alphabet unless given (with sum coding the last, which has no column). */
  readonly reference?: Readonly<Record<string, ModeratorValue>>;
  /** "treatment" unless given. */
  readonly coding?: Readonly<Record<string, CodingId>>;
}

export function learn(formula: Formula, data: ModeratorTable, options: CodingOptions): Learned {
  const levels: Record<string, FactorLevels> = {};
  const knots: Record<string, readonly number[]> = {};
  const polynomials: Record<string, PolynomialRecursion> = {};
  for (const variable of formula.variables) {
    const { text } = variable;
    if (variable.kind === "polynomial") {
      const x = numbersOf(data, variable.name);
      const { degree } = variable;
      const values = new Set(x).size;
      if (values <= degree) throw metaError(messages.tooFewValues({ text, values, needed: degree + 1 }));
      polynomials[text] = learnPolynomials(x, degree);
    } else if (variable.kind === "spline") {
      const given = variable.knots;
      knots[text] = typeof given === "number" ? defaultKnots(numbersOf(data, variable.name), given, text) : given;
    } else if (variable.kind === "factor" || (variable.kind === "moderator" && isCategorical(data, variable))) {
      levels[text] = learnFactor(data, asked(formula, variable, options));
    }
  }
  refuseStrangers(formula, levels, options);
  return { levels, knots, polynomials };
}

function isCategorical(data: ModeratorTable, { name }: Moderator): boolean {
  return kindOf(data, name) === "categorical";
}

function asked(
  { references }: Formula,
  { name }: Moderator | Categorical,
  { reference = {}, coding = {} }: CodingOptions,
) {
  const own = <T>(record: Readonly<Record<string, T>>) => (Object.hasOwn(record, name) ? record[name] : undefined);
  return { name, reference: references.get(name) ?? own(reference), coding: own(coding) };
}

/** Refuses a reference or a coding of what is no categorical moderator of the formula: it would have no effect. */
function refuseStrangers(
  { variables, references }: Formula,
  levels: Learned["levels"],
  { reference = {}, coding = {} }: CodingOptions,
): void {
  const known = variables.flatMap((variable) =>
    "name" in variable && Object.hasOwn(levels, variable.text) ? [variable.name] : [],
  );
  const named = { reference: [...Object.keys(reference), ...references.keys()], coding: Object.keys(coding) };
  for (const [option, names] of Object.entries(named)) {
    const stranger = names.find((name) => !known.includes(name));
    if (stranger !== undefined) throw metaError(messages.notCategorical({ option, name: stranger, known }));
  }
}
