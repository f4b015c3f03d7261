import { messages } from "../errors/messages.js";
import { metaError } from "../errors/metaError.js";
import type { FittedRandom } from "../multilevel/result.js";
import { name, quoted, vector } from "./syntax.js";

/** Random effects as arguments of rma.mv, and the columns and matrices that these name. */
export interface RandomInR {
  readonly data: readonly string[];
  readonly arguments: readonly string[];
}

/** The largest number of correlated random effects that rma.mv takes. */
const MOST_CORRELATED = 2;

/**
 * Random effects of metafor: intercepts are `~ 1 | group`, as are independent effects of levels, whose groups are the
 * levels of each group; correlated ones are `~ inner | outer` with a `struct`. Names that R could not read are changed.
 */
export function randomToR(random: readonly FittedRandom[]): RandomInR {
  const correlated = random.filter((term) => !isIntercept(term));
  if (correlated.length > MOST_CORRELATED)
    throw metaError(
      messages.notInR({
        found: `${correlated.length} random effects with levels (${correlated.map(({ label }) => label).join("; ")})`,
        allowed: `at most ${MOST_CORRELATED} of this kind, besides any number of intercepts`,
        mend: "Compare with R by a model with fewer of them.",
      }),
    );
  const taken = new Set<string>(RESERVED);
  const written = random.map((term) => (isIntercept(term) ? intercept(term, taken) : levels(term, taken)));
  const R = written.flatMap(({ correlation }) => (correlation === null ? [] : [correlation]));
  const structs = correlated.map(({ structure }) => quoted(structure));
  return {
    data: written.flatMap(({ data }) => data),
    arguments: [
      `random = list(${written.map(({ formula }) => formula).join(", ")})`,
      ...(structs.length > 0 ? [`struct = ${vector(structs)}`] : []),
      ...(R.length > 0 ? [`R = list(${R.join(", ")})`, "Rscale = FALSE"] : []),
    ],
  };
}

/** Names that the code uses for itself, and words of the language. */
const RESERVED = "yi vi V X fit if else repeat while function for next break in TRUE FALSE NULL Inf NaN NA".split(" ");

interface Written {
  readonly data: readonly string[];
  readonly formula: string;
  /** The item of the argument `R`. */
  readonly correlation: string | null;
}

function isIntercept({ structure, levels }: FittedRandom): boolean {
  return structure === "ID" || structure === "known" || levels.length === 1;
}

function intercept(
  { label, structure, groups, levels, outer, inner, correlation }: FittedRandom,
  taken: Set<string>,
): Written {
  const column = name(label, taken);
  const ofLevels = structure === "known";
  const nameOf = (row: number): string => {
    const [group, level] = [groups[outer[row]!]!, levels[inner[row]!]!];
    if (ofLevels) return level;
    return levels.length === 1 ? group : `${level} | ${group}`;
  };
  const data = `${column} <- ${vector(outer.map((_, row) => quoted(nameOf(row))))}`;
  const formula = `~ 1 | ${column}`;
  if (correlation === null) return { data: [data], formula, correlation: null };
  const matrix = name(`R.${label}`, taken);
  const names = vector(levels.map(quoted));
  const values = vector(correlation.flat().map(String));
  return {
    data: [data, `${matrix} <- matrix(${values}, ${levels.length}, dimnames = list(${names}, ${names}))`],
    formula,
    correlation: `${column} = ${matrix}`,
  };
}

function levels({ label, structure, groups, levels, outer, inner }: FittedRandom, taken: Set<string>): Written {
  const [ofLevels, ofGroups] = label.split(" | ").map((part) => name(part, taken)) as [string, string];
  const values = vector(inner.map((level) => (structure === "CAR" ? levels[level]! : quoted(levels[level]!))));
  const ordered = structure === "CAR" ? values : `factor(${values}, levels = ${vector(levels.map(quoted))})`;
  return {
    data: [`${ofLevels} <- ${ordered}`, `${ofGroups} <- ${vector(outer.map((group) => quoted(groups[group]!)))}`],
    formula: `~ ${ofLevels} | ${ofGroups}`,
    correlation: null,
  };
}
