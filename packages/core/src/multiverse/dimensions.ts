import { messages } from "../errors/messages.js";
import { metaError } from "../errors/metaError.js";

/** An option, checked: its change of the data (null: none) and its options of the fit. */
interface Option {
  readonly label: string;
  readonly change: ((data: unknown) => unknown) | null;
  readonly settings: object;
}

/** A choice and what can be chosen. */
export interface Dimension {
  readonly name: string;
  readonly options: readonly Option[];
}

const MOST = 100_000;

/** Dimensions with their options, checked; refuses empty ones, options that are none, and too many combinations. */
export function dimensionsOf(choices: unknown): readonly Dimension[] {
  if (!isNamed(choices)) throw metaError(messages.noChoices({ found: choices }));
  const dimensions = Object.entries(choices).map(([name, options]) => {
    if (!isNamed(options)) throw metaError(messages.noChoices({ found: options, dimension: name }));
    return { name, options: Object.entries(options).map(([label, option]) => checked(option, { name, label })) };
  });
  const combinations = dimensions.reduce((product, { options }) => product * options.length, 1);
  if (combinations > MOST) throw metaError(messages.tooManyCombinations({ found: combinations, most: MOST }));
  return dimensions;
}

/** Whether the data depend on what is chosen. */
export function changesData({ options }: Dimension): boolean {
  return options.some(({ change }) => change !== null);
}

function checked(option: unknown, { name, label }: { readonly name: string; readonly label: string }): Option {
  if (option === null) return { label, change: null, settings: {} };
  if (typeof option === "function") return { label, change: (data) => option(data), settings: {} };
  if (isObject(option)) return { label, change: null, settings: option };
  throw metaError(messages.notAnOption({ found: option, dimension: name, label }));
}

function isNamed(value: unknown): value is Readonly<Record<string, unknown>> {
  return isObject(value) && Object.keys(value).length > 0;
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Promise);
}
