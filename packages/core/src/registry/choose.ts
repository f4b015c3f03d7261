import { messages } from "../errors/messages.js";
import { metaError } from "../errors/metaError.js";
import type { Registered } from "./registry.js";

/** The registered entry of an id; an unknown id is a MetaError (`UNKNOWN_CHOICE`) that lists the known ones. */
export function choose<Entry extends Registered>(
  option: string,
  registry: Readonly<Record<string, Entry>>,
  id: string,
): Entry {
  const entry = Object.hasOwn(registry, id) ? registry[id] : undefined;
  if (entry === undefined) throw metaError(messages.unknownChoice({ option, id, known: Object.keys(registry) }));
  return entry;
}
