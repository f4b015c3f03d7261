import { messages } from "../errors/messages.js";
import { metaError } from "../errors/metaError.js";

/** Combinations of coefficients, and what they are under a null hypothesis. */
export interface Contrasts {
  readonly rows: readonly (readonly number[])[];
  readonly values: readonly number[];
}

/** What is to be tested, from names of coefficients or combinations of them. */
export function contrastsOf(
  names: readonly string[],
  {
    coefficients,
    contrasts,
    values,
  }: {
    readonly coefficients?: readonly string[];
    readonly contrasts?: readonly (readonly number[])[];
    readonly values?: readonly number[];
  },
): Contrasts {
  const refuse = (found: string) => metaError(messages.badContrasts({ found }));
  if ((coefficients === undefined) === (contrasts === undefined))
    throw refuse(coefficients === undefined ? "neither coefficients nor contrasts" : "both coefficients and contrasts");
  const rows = contrasts ?? coefficients!.map((name) => names.map((_, j) => (j === placeOf(names, name) ? 1 : 0)));
  if (!Array.isArray(rows) || rows.length === 0) throw refuse("nothing to test");
  const null0 = values ?? rows.map(() => 0);
  if (null0.length !== rows.length) throw refuse(`${null0.length} values for ${rows.length} combinations`);
  for (const row of [...rows, null0]) if (!row.every(Number.isFinite)) throw refuse("a number that is not finite");
  const wrong = rows.find((row) => row.length !== names.length);
  if (wrong !== undefined) throw refuse(`a combination of ${wrong.length} numbers for ${names.length} coefficients`);
  return { rows, values: null0 };
}

/** Where a coefficient stands; refuses (`UNKNOWN_CHOICE`) a name that does not exist. */
export function placeOf(names: readonly string[], name: string): number {
  const place = names.indexOf(name);
  if (place < 0) throw metaError(messages.unknownChoice({ option: "coefficient", id: name, known: names }));
  return place;
}
