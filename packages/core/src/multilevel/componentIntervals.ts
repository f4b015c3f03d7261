import { checkLevel } from "../errors/check.js";
import { messages } from "../errors/messages.js";
import { metaError } from "../errors/metaError.js";
import { freeze } from "../numerics/freeze.js";
import { chiSquareCritical } from "../numerics/quantileCache.js";
import type { Bounds } from "../pool/result.js";
import { profileLimits } from "./profile/profileLimits.js";
import { profileStarts } from "./profile/profileStarts.js";
import { restore } from "./restore.js";
import type { Multilevel } from "./result.js";
import { boundsOf } from "./search/maximise.js";
import { pairOf } from "./structures/pairOf.js";
import { unitOf } from "./unitOf.js";

/** The interval of a variance or a correlation. */
export interface ComponentInterval {
  readonly random: string;
  readonly name: string;
  readonly estimate: number;
  /** null where there is none (`note` says why). */
  readonly ci: Bounds | null;
  readonly note: string | null;
}

/**
 * Profile-likelihood intervals of the variances and correlations of a multilevel model: the values whose highest
 * likelihood is less than ½χ²₁ below the maximum. A limit at a bound of the parameter (0 for a variance) is that bound; a
 * variance that nothing limits from above has `Number.MAX_VALUE`. Of an unstructured covariance matrix the correlations with
 * the first level have an interval, the others none: make another level the first. A search that does not settle gives no
 * interval either.
 *
 * @param fit A result of {@link multilevel}.
 * @param options `level`, that of the fit unless given.
 *
 * Throws `NOT_A_FIT`, `UNKNOWN_OPTION`, `LEVEL_OUT_OF_RANGE`.
 *
 * Hardy & Thompson 1996, Statistics in Medicine 15:619-629, sec. 2.3; Venzon & Moolgavkar 1988, Applied Statistics
 * 37:87-94.
 *
 * @example
 * import { componentIntervals, multilevel } from "@acumeta/core";
 * const effects = [
 *   { study: "A", measure: "SMD", yi: 0.1, vi: 0.02 },
 *   { study: "A", measure: "SMD", yi: 0.3, vi: 0.03 },
 *   { study: "B", measure: "SMD", yi: 0.7, vi: 0.05 },
 *   { study: "C", measure: "SMD", yi: 0.3, vi: 0.01 },
 * ] as const;
 * const [tau2] = componentIntervals(multilevel(effects, { random: "~ 1 | study" }));
 * tau2.ci.lower; // => 0
 * tau2.ci.upper; // => 0.9996
 */
export function componentIntervals(
  fit: Multilevel,
  options: { readonly level?: number } = {},
): readonly ComponentInterval[] {
  const { prepared, theta } = restore(fit);
  const unknown = typeof options === "object" && options !== null ? Object.keys(options) : [options];
  const strange = unknown.find((name) => name !== "level");
  if (strange !== undefined) throw metaError(messages.unknownOption({ found: strange, known: ["level"] }));
  const { level = fit.choices.level } = options;
  checkLevel(level);
  const { model, scale } = prepared;
  const places = model.terms.flatMap(({ parameters, label, levels }, t) =>
    parameters.map((parameter, i) => ({
      parameter,
      label,
      m: levels.names.length,
      i,
      component: fit.random[t]!.components[i]!,
    })),
  );
  const profiled = {
    model,
    maximum: theta,
    box: boundsOf(model.terms),
    starts: profileStarts(model.terms, prepared.tau2),
  };
  return freeze(
    places.map(({ parameter, label, m, i, component }, place): ComponentInterval => {
      const { name, value } = component;
      const { kind, power } = parameter;
      const of = { random: label, name, estimate: value };
      if (kind === "angle" && pairOf(i - m)[1] !== 0) return { ...of, ci: null, note: notes["not with first"] };
      const limits = profileLimits(profiled, {
        place,
        drop: 0.5 * chiSquareCritical(level, 1),
        reach: FAR ** (1 / power),
      });
      if (limits.failure !== null) return { ...of, ci: null, note: notes[limits.failure] };
      const reported = (x: number): number => {
        if (kind === "angle") return Math.cos(x);
        return Math.min((unitOf(kind, scale) * x) ** power, Number.MAX_VALUE);
      };
      const [a, b] = [reported(limits.lower), reported(limits.upper)];
      const ci = { lower: Math.min(a, b), upper: Math.max(a, b), level, method: "profile likelihood" };
      return { ...of, ci, note: null };
    }),
  );
}

/** A variance in typical sampling variances, beyond which likelihoods keep too few digits. */
const FAR = 1e8;

const notes = {
  "not with first":
    "A correlation of two levels of which none is the first is no parameter by itself: make one of them the first.",
  "not settled": "The search for the highest likelihood at a limit did not settle.",
  "higher elsewhere":
    "The likelihood is higher elsewhere than at the fit: this is no maximum, and the fit can't be relied on.",
} as const;
