import type { Effect } from "../effects/effect.js";
import { checkOptionNames } from "../errors/checkOptionNames.js";
import { messages } from "../errors/messages.js";
import { metaError } from "../errors/metaError.js";
import { checkPoolOptions, type PoolOptions, resolveOptions } from "../pool/options.js";
import { type Dimension, dimensionsOf } from "./dimensions.js";
import type { MultiverseFit } from "./options.js";

/** A fit whose data and options are known at run time only. */
export type Fit = (data: unknown, settings: object) => MultiverseFit;

/** The options of a multiverse, checked. */
export interface ReadOptions {
  readonly dimensions: readonly Dimension[];
  readonly prepare: ((data: unknown) => unknown) | null;
  readonly fit: Fit;
}

/**
 * Checks the options, of which `more` are allowed besides. Where no `fit` is given effects are fitted by `usual`, and the
 * options of dimensions are those of `pool`, which are checked here: a misspelt one is no choice that could be refused.
 */
export function readOptions(
  options: object,
  {
    usual,
    more = [],
  }: {
    readonly usual: (effects: readonly Effect[], options: PoolOptions) => MultiverseFit;
    readonly more?: readonly string[];
  },
): ReadOptions {
  checkOptionNames(options, ["choices", "prepare", "fit", ...more]);
  const { choices, prepare, fit } = options as Readonly<Record<string, unknown>>;
  const dimensions = dimensionsOf(choices);
  const given = functionOrNone(fit, "fit");
  if (given === null) checkSettings(dimensions);
  return {
    dimensions,
    prepare: functionOrNone(prepare, "prepare"),
    fit: (given ?? usual) as Fit,
  };
}

function functionOrNone(value: unknown, option: "fit" | "prepare"): ((...args: readonly unknown[]) => unknown) | null {
  if (value === undefined) return null;
  if (typeof value === "function") return (...args) => value(...args);
  throw metaError(messages.notAStep({ option, found: value }));
}

function checkSettings(dimensions: readonly Dimension[]): void {
  for (const { settings } of dimensions.flatMap(({ options }) => options)) {
    checkPoolOptions(settings);
    resolveOptions(settings);
  }
}
