import { isSource } from "../csv/source.js";
import { checkArgument, isObject } from "../problems/checkArgument.js";
import { tables } from "../schema/tables.js";
import { nearestTo } from "../text/nearestTo.js";

const names: readonly string[] = [...Object.keys(tables), "questions"];

/** Refuses (`WRONG_ARGUMENT`) what is no folder's path and no object of sources, and sources of no table. */
export function checkSources(from: unknown): void {
  if (typeof from === "string") return;
  const allowed = `a folder's path, or an object with ${names.join(", ")}`;
  const isOfSources = isObject(from) && !Array.isArray(from) && !(from instanceof Promise);
  checkArgument(isOfSources, { argument: "from", found: from, allowed });
  for (const [name, source] of Object.entries(from as object)) {
    const nearest = nearestTo(name, names);
    checkArgument(names.includes(name), {
      argument: "from",
      found: name,
      allowed: names.join(", "),
      ...(nearest === null ? {} : { mend: `Did you mean ${nearest}?` }),
    });
    checkArgument(source === undefined || isSource(source), {
      argument: name,
      found: source,
      allowed: "the text of a table, or a stream of it",
      mend: "Give a file's content, not rows that were already read.",
    });
  }
}
