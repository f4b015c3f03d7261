import { metaError } from "../errors/metaError.js";
import type { Registered } from "./registry.js";

/** The registered entry of an id; an unknown id is a MetaError (`UNKNOWN_CHOICE`) that lists the known ones. */
export function choose<Entry extends Registered>(
  option: string,
  registry: Readonly<Record<string, Entry>>,
  id: string,
): Entry {
  const entry = Object.hasOwn(registry, id) ? registry[id] : undefined;
  if (entry !== undefined) return entry;
  const known = Object.keys(registry).join(", ");
  throw metaError({
    code: "UNKNOWN_CHOICE",
    where: { option },
    found: `"${id}"`,
    allowed: known,
    mend: "Choose one of these ids; they are case-sensitive.",
  });
}
