import { messages } from "../errors/messages.js";
import { metaError } from "../errors/metaError.js";
import type { AssumedCovarianceOptions } from "./options.js";

const known = ["cluster", "outcome", "time", "arms", "correlation"];
const meant: Readonly<Record<string, string>> = {
  rho: "correlation",
  phi: "time: { column, autocorrelation }",
  obs: "outcome: { column, correlation }",
  type: "outcome: { column, correlation }",
  grp1: "arms: { columns, sizes }",
};
const examples = {
  cluster: '"study"',
  outcome: '{ column: "outcome", correlation: 0.5 }',
  time: '{ column: "week", autocorrelation: 0.9 }',
  arms: '{ columns: ["arm1", "arm2"], sizes: ["n1", "n2"], rule: "sizes" }',
};

/** Options with the cluster by its default; what isn't known, and no assumption at all, is a MetaError. */
export function resolveAssumptions(
  options: AssumedCovarianceOptions,
): AssumedCovarianceOptions & { readonly cluster: string } {
  if (typeof options !== "object" || options === null)
    throw metaError(messages.unknownOption({ found: options, known }));
  const unknown = Object.keys(options).find((name) => !known.includes(name));
  if (unknown !== undefined)
    throw metaError(messages.unknownOption({ found: unknown, known, meant: meant[unknown] ?? null }));
  const { cluster = "study", outcome, time, arms, correlation } = options;
  if (typeof cluster !== "string") throw refused("cluster", cluster);
  if (outcome !== undefined && !hasShape(outcome, ["column", "correlation"], isName)) throw refused("outcome", outcome);
  if (time !== undefined && !hasShape(time, ["column", "autocorrelation"], isName)) throw refused("time", time);
  if (
    arms !== undefined &&
    !(hasShape(arms, ["columns", "sizes", "rule"], isPair) && isPair(arms.sizes ?? arms.columns))
  )
    throw refused("arms", arms);
  if ([outcome, time, arms, correlation].every((part) => part === undefined))
    throw metaError(messages.nothingAssumed());
  return { ...options, cluster };
}

/** Whether a part is an object of these names, the first of which holds one column or two. */
function hasShape(part: unknown, names: readonly string[], isColumn: (value: unknown) => boolean): boolean {
  if (typeof part !== "object" || part === null) return false;
  const given = part as Readonly<Record<string, unknown>>;
  return Object.keys(given).every((name) => names.includes(name)) && isColumn(given[names[0]!]);
}

function isName(value: unknown): boolean {
  return typeof value === "string";
}

function isPair(value: unknown): boolean {
  return Array.isArray(value) && value.length === 2 && value.every(isName);
}

function refused(option: keyof typeof examples, found: unknown): Error {
  return metaError(messages.badAssumption({ option, found, example: examples[option] }));
}
