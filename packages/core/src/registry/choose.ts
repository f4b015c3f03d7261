import { messages } from "../errors/messages.js";
import { metaError } from "../errors/metaError.js";
import type { Registered } from "./registry.js";

/**
 * The registered entry of an id; an unknown id is a MetaError (`UNKNOWN_CHOICE`) that lists the known ones.
 *
 * @example
 * import { choose, tau2Estimators } from "@acumeta/core";
 * choose("tau2", tau2Estimators, "PM").label; // => "Paule-Mandel"
 * choose("tau2", tau2Estimators, "pm"); // throws UNKNOWN_CHOICE
 */
export function choose<Entry extends Registered>(
  option: string,
  registry: Readonly<Record<string, Entry>>,
  id: string,
): Entry {
  const entry = Object.hasOwn(registry, id) ? registry[id] : undefined;
  if (entry === undefined) throw metaError(messages.unknownChoice({ option, id, known: Object.keys(registry) }));
  return entry;
}
