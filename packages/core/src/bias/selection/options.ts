import { check, checkLevel } from "../../errors/check.js";
import { checkOptionNames } from "../../errors/checkOptionNames.js";
import { messages } from "../../errors/messages.js";
import { metaError } from "../../errors/metaError.js";
import { choose } from "../../registry/choose.js";
import { type SelectionType, weightFunctions } from "./weight/index.js";
import type { Least, WeightFunction, WeightParameter } from "./weight/weightFunction.js";

/** Which effects have small p-values: large positive ones, large negative ones, or both. */
export type Alternative = (typeof alternatives)[number];

const alternatives = ["greater", "less", "twoSided"] as const;
const heterogeneities = ["ML", "EE"] as const;

/** How publication may have depended on p-values. */
export interface SelectionOptions {
  /** An id of `weightFunctions`; "step" unless given. */
  readonly type?: SelectionType;
  /** The side of the p-values on which publication depends; "greater" unless given. */
  readonly alternative?: Alternative;
  /** Ascending p-values at which a step function changes; [0.025] unless given. A last 1 may be left out. */
  readonly steps?: readonly number[];
  /** A value to hold each δ at, null for those to estimate; of a step function the first belongs to the first interval. */
  readonly delta?: readonly (number | null)[];
  /** Of "beta" and "power": a p-value closer to 0 or 1 counts as so close; 1e-5 unless given. */
  readonly pMin?: number;
  /** "ML" unless given; "EE" holds τ² at 0. */
  readonly tau2?: "ML" | "EE";
  /** 0.95 unless given. */
  readonly level?: number;
}

export interface ResolvedSelection {
  readonly weight: WeightFunction;
  readonly least: Least;
  readonly alternative: Alternative;
  /** With the last 1; empty for smooth functions. */
  readonly steps: readonly number[];
  readonly parameters: readonly (WeightParameter & { readonly held: number | null })[];
  readonly tau2: "ML" | "EE";
  readonly level: number;
}

const known = ["type", "alternative", "steps", "delta", "pMin", "tau2", "level"];
/** Between them 12 digits of the integrals are kept. */
const [SMALLEST, LARGEST] = [1e-12, 0.1];

/** Ids to methods; throws `UNKNOWN_OPTION`, `UNKNOWN_CHOICE`, `BAD_STEPS`, `BAD_DELTA`, `NOT_A_VALID_NUMBER`, `LEVEL_OUT_OF_RANGE`. */
export function resolveSelection(options: SelectionOptions): ResolvedSelection {
  checkOptionNames(options, known, { method: "tau2", "pval.min": "pMin" });
  const { type = "step", alternative = "greater", tau2 = "ML", level = 0.95 } = options;
  checkLevel(level);
  const weight = choose<WeightFunction>("type", weightFunctions, type);
  oneOf("alternative", alternatives, alternative);
  oneOf("tau2", heterogeneities, tau2);
  const steps = stepsOf(weight, options.steps);
  const [least, parameters] = [leastOf(weight, options.pMin), parametersOf(weight, steps, options.delta)];
  return { weight, least, alternative, steps, parameters, tau2, level };
}

function leastOf({ least, isCensored, label }: WeightFunction, pMin: number | undefined): Least {
  if (pMin === undefined) return least;
  const allowed = isCensored ? `a p-value from ${SMALLEST} to ${LARGEST}` : `none for a ${label} weight`;
  check({ pMin }, (p) => isCensored && p >= SMALLEST && p <= LARGEST, allowed);
  return { p: pMin, q: pMin };
}

function oneOf(option: string, known: readonly string[], id: string): void {
  if (!known.includes(id)) throw metaError(messages.unknownChoice({ option, id, known }));
}

function stepsOf({ shape, label }: WeightFunction, given: readonly number[] | undefined): readonly number[] {
  if (shape !== "steps") {
    if (given !== undefined)
      throw metaError(messages.badSteps({ found: "steps", allowed: `none for a ${label} weight` }));
    return [];
  }
  const steps = given ?? [0.025];
  const ascends = steps.length > 0 && steps.every((step, j) => step > (steps[j - 1] ?? 0) && step <= 1);
  if (!ascends)
    throw metaError(
      messages.badSteps({ found: JSON.stringify(steps), allowed: "ascending p-values above 0, up to 1" }),
    );
  return steps.at(-1) === 1 ? [...steps] : [...steps, 1];
}

function parametersOf(
  weight: WeightFunction,
  steps: readonly number[],
  given: SelectionOptions["delta"],
): ResolvedSelection["parameters"] {
  const parameters = weight.parameters(steps);
  const delta = given ?? parameters.map(() => null);
  if (delta.length !== parameters.length)
    throw metaError(
      messages.badDelta({ found: `${delta.length} values`, allowed: `${parameters.length}, one for each δ` }),
    );
  return parameters.map((parameter, j) => {
    const held = delta[j] ?? (parameter.isReference ? parameter.none : null);
    const { lower, upper } = parameter;
    if (held !== null && !(held >= lower && held <= upper && !(parameter.isReference && held === 0)))
      throw metaError(messages.badDelta({ found: String(held), allowed: `${lower} to ${upper}, or null` }));
    return { ...parameter, held };
  });
}
