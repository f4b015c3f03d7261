import { messages } from "../errors/messages.js";
import { metaError } from "../errors/metaError.js";
import { evaluate } from "./arithmetic.js";
import { splineColumns } from "./cubicSpline.js";
import { type CodedColumns, contrastColumns, indicators, placesOf } from "./factor.js";
import type { Learned } from "./learn.js";
import { polynomialColumns } from "./orthogonalPolynomials.js";
import type { Formula } from "./parseFormula.js";
import { keyOf, type Term } from "./terms.js";
import { type ModeratorTable, numbersOf } from "./values.js";
import { moderatorsOf, type Variable } from "./variable.js";

/** The name of the constant. */
const INTERCEPT = "intrcpt";

/** A term and where its columns stand. */
export interface TermColumns {
  /** As R writes it: "sham:weeks". */
  readonly term: string;
  readonly columns: readonly number[];
}

/** A model matrix as it is given: a column for each name, a row for each study; a constant is a column of ones. */
export interface ModelMatrix {
  readonly names: readonly string[];
  readonly rows: readonly (readonly number[])[];
}

/** A model matrix by columns, with their names as R gives them. */
export interface ModelColumns {
  readonly names: readonly string[];
  readonly X: readonly Float64Array[];
  /** Where the constant stands; null for none. */
  readonly intercept: number | null;
  /** Every term but the constant. */
  readonly terms: readonly TermColumns[];
}

/**
 * The model matrix of a formula. A factor in a term has one column fewer than levels where the term without it is in the
 * model too, else one for each level; alone it has one fewer than levels, but in a model without a constant the first that
 * stands alone has one for each.
 *
 * Chambers & Hastie 1992, Statistical Models in S, ch. 2.
 */
export function modelMatrix(formula: Formula, learned: Learned, data: ModeratorTable): ModelColumns {
  const k = data.studies.length;
  const inPlaceOfConstant = formula.intercept ? undefined : formula.terms.find((term) => isFactor(term, learned));
  const present = new Set([...formula.terms, []].map(keyOf));
  const codedOf = encoder(learned, data);
  const names: string[] = [];
  const X: Float64Array[] = [];
  const terms: TermColumns[] = [];
  if (formula.intercept) {
    names.push(INTERCEPT);
    X.push(new Float64Array(k).fill(1));
  }
  for (const term of formula.terms) {
    const parts = term.map((variable) => {
      const rest = term.filter((other) => other !== variable);
      return { variable, coded: codedOf(variable, term !== inPlaceOfConstant && present.has(keyOf(rest))) };
    });
    const start = names.length;
    for (const { name, column } of products(parts)) {
      names.push(name);
      X.push(column);
    }
    terms.push({ term: labelOf(term), columns: Array.from({ length: names.length - start }, (_, i) => start + i) });
  }
  return { names, X, intercept: formula.intercept ? 0 : null, terms };
}

function isFactor(term: Term, { levels }: Learned): boolean {
  return term.length === 1 && Object.hasOwn(levels, term[0]!.text);
}

function labelOf(term: Term): string {
  return term.map(({ text }) => text).join(":");
}

/** The columns of a variable, made once; `asContrasts`: one fewer than levels. */
function encoder({ levels, knots, polynomials }: Learned, data: ModeratorTable) {
  const numbers = (name: string) => numbersOf(data, name);
  const numbered = (columns: readonly Float64Array[]): CodedColumns => ({
    suffixes: columns.map((_, i) => String(i + 1)),
    columns,
  });
  return (variable: Variable, asContrasts: boolean): CodedColumns => {
    const { text } = variable;
    switch (variable.kind) {
      case "polynomial":
        return numbered(polynomialColumns(numbers(variable.name), polynomials[text]!));
      case "spline": {
        const columns = splineColumns(numbers(variable.name), knots[text]!);
        return { suffixes: columns.map((_, i) => variable.name + "'".repeat(i)), columns };
      }
      case "arithmetic": {
        const values = new Map(moderatorsOf(variable).map((name) => [name, numbers(name)]));
        const column = Float64Array.from(data.studies, (_, i) =>
          evaluate(variable.expression, (name) => values.get(name)![i]!),
        );
        const bad = column.findIndex((each) => !Number.isFinite(each));
        if (bad !== -1)
          throw metaError(messages.derivedNotFinite({ text, study: data.studies[bad]!, value: column[bad] }));
        return { suffixes: [""], columns: [column] };
      }
      default: {
        const factor = Object.hasOwn(levels, text) ? levels[text] : undefined;
        if (factor === undefined) return { suffixes: [""], columns: [numbers(variable.name)] };
        const places = placesOf(data, variable.name, factor);
        return asContrasts ? contrastColumns(places, factor) : indicators(places, factor);
      }
    }
  };
}

interface Part {
  readonly variable: Variable;
  readonly coded: CodedColumns;
}

/** Every product of a column of each variable, that of the first changing fastest; 0 added makes −0 an ordinary 0. */
function products(parts: readonly Part[]): readonly { readonly name: string; readonly column: Float64Array }[] {
  const [first, ...others] = parts.map(({ variable, coded }) =>
    coded.columns.map((column, i) => ({ name: variable.text + coded.suffixes[i]!, column })),
  );
  return others.reduce(
    (made, next) =>
      next.flatMap(({ name, column }) =>
        made.map((before) => ({
          name: `${before.name}:${name}`,
          column: before.column.map((each, i) => each * column[i]! + 0),
        })),
      ),
    first!,
  );
}
