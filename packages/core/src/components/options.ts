import { checkOptionNames } from "../errors/checkOptionNames.js";
import { messages } from "../errors/messages.js";
import { metaError } from "../errors/metaError.js";
import { type NetworkOptions, type ResolvedNetwork, resolveNetwork } from "../network/options.js";
import type { ComponentOptions } from "./design/combinations.js";

/** How to fit components. */
export interface ComponentNetworkOptions extends ComponentOptions, Omit<NetworkOptions, "reference" | "disconnected"> {}

const own = ["separator", "components", "inactive", "interactions"];

/** What a person who knows R may have meant. */
const meant: Readonly<Record<string, string>> = {
  "sep.comps": "separator",
  sep: "separator",
  "C.matrix": "components",
  "method.tau": "tau2",
  method: "tau2",
  test: "interval",
  reference: "inactive",
  "reference.group": "inactive",
};

/** Options with their defaults; what isn't known, or no component option can be, is a MetaError. */
export function resolveComponents(options: ComponentNetworkOptions): ResolvedNetwork {
  checkComponentOptions(options, ["tau2", "interval", "prediction", "level"]);
  const { separator: _, components: __, inactive: ___, interactions: ____, ...rest } = options;
  return resolveNetwork(rest);
}

/**
 * Refuses what is none of the options that tell components, nor of `further` ones (`UNKNOWN_OPTION`); and (`BAD_COMPONENT_OPTION`)
 * a separator that is no text, a table that is none, interactions that are no list.
 */
export function checkComponentOptions(options: ComponentOptions, further: readonly string[] = []): void {
  checkOptionNames(options, [...own, ...further], meant);
  const { separator, components, inactive, interactions } = options;
  const refuse = (option: string, found: unknown, allowed: string) => {
    if (found !== undefined) throw metaError(messages.badComponentOption({ option, found, allowed }));
  };
  if (!isText(separator)) refuse("separator", separator, "a text of one character or more");
  if (!isText(inactive)) refuse("inactive", inactive, "the name of a component");
  if (!isTable(components))
    refuse(
      "components",
      components,
      'by treatment a list, { "real": ["needle", "point"] }, or finite amounts, { "half": { "needle": 0.5 } }',
    );
  if (!isList(interactions)) refuse("interactions", interactions, 'a list of interactions: ["A*B"]');
}

const isText = (value: unknown): boolean => typeof value === "string" && value !== "";

const isList = (value: unknown): boolean => Array.isArray(value) && value.every((each) => typeof each === "string");

const isObject = (value: unknown): value is object =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isTable = (value: unknown): boolean =>
  isObject(value) &&
  Object.values(value).every((row) => isList(row) || (isObject(row) && Object.values(row).every(Number.isFinite)));
