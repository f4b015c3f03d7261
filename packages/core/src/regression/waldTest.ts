import { messages } from "../errors/messages.js";
import { metaError } from "../errors/metaError.js";
import { shown } from "../errors/shown.js";
import { freeze } from "../numerics/freeze.js";
import type { MetaRegression, WaldTest } from "./result.js";
import { checkFit, spaceOfResult } from "./spaceOfResult.js";
import { units, waldOf } from "./waldOf.js";

/**
 * Tests that some coefficients are all 0: those named, or all of a term ("sham" for every level of it). χ² (Q_M) with "z"
 * intervals, else F.
 *
 * Throws `BAD_WEIGHTS` for what is no coefficient and no term, or has no coefficient because it is aliased, and `NOT_A_FIT`.
 *
 * @example
 * import { metaRegression, waldTest } from "@acumeta/core";
 * const effects = [
 *   { study: "A", measure: "SMD", yi: 0.2, vi: 0.02, sham: "none" },
 *   { study: "B", measure: "SMD", yi: 0.3, vi: 0.03, sham: "none" },
 *   { study: "C", measure: "SMD", yi: 0.9, vi: 0.02, sham: "penetrating" },
 *   { study: "D", measure: "SMD", yi: 0.7, vi: 0.04, sham: "superficial" },
 *   { study: "E", measure: "SMD", yi: 0.5, vi: 0.04, sham: "superficial" },
 * ] as const;
 * const fit = metaRegression(effects, { moderators: "~ sham", interval: "z" });
 * waldTest(fit, ["sham"]).df1; // => 2
 * waldTest(fit, ["shampenetrating"]).p; // => 0.0002
 */
export function waldTest(fit: MetaRegression, which: readonly string[]): WaldTest {
  checkFit(fit);
  const space = spaceOfResult(fit, fit.choices.level);
  const { coefficients, design, aliased } = fit;
  const names = coefficients.map(({ name }) => name);
  const terms = design.terms.map(({ term }) => term);
  const allowed = [...new Set([...names, ...terms])];
  if (!Array.isArray(which) || which.length === 0)
    throw metaError(messages.badWeights({ found: shown(which), names: allowed }));
  const places = which.flatMap((one) => {
    const columns = design.terms.find(({ term }) => term === one)?.columns ?? [design.names.indexOf(one)];
    const own = columns.flatMap((column) => {
      const place = names.indexOf(design.names[column] ?? "");
      return place === -1 ? [] : [place];
    });
    if (own.length > 0) return own;
    const isAliased = aliased.some(({ name }) => name === one);
    throw metaError(
      messages.badWeights({ found: `${shown(one)}${isAliased ? ", which is aliased" : ""}`, names: allowed }),
    );
  });
  const chosen = [...new Set(places)].sort((a, b) => a - b);
  return freeze(
    waldOf(
      space,
      chosen.map((place) => names[place]!),
      units(chosen, names.length),
    ),
  );
}
