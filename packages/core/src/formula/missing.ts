import { messages } from "../errors/messages.js";
import { metaError } from "../errors/metaError.js";
import type { ModeratorTable } from "./values.js";

/** What to do with a study of which a moderator is not known. */
export type MissingPolicy = "refuse" | "leave out";

/** A study left out, and what is not known of it. */
export interface LeftOutStudy {
  readonly study: string;
  readonly missing: readonly string[];
}

/** Rows that are complete, by their places, and the studies of the others. */
export interface Complete {
  readonly used: readonly number[];
  readonly leftOut: readonly LeftOutStudy[];
}

/** Refuses (`MISSING_MODERATOR`) studies of which one of some moderators is missing, or sorts them out. */
export function completeRows(
  { studies, valuesOf }: ModeratorTable,
  names: readonly string[],
  policy: MissingPolicy = "refuse",
): Complete {
  if (policy !== "refuse" && policy !== "leave out")
    throw metaError(messages.unknownChoice({ option: "missing", id: policy, known: ["refuse", "leave out"] }));
  const missing = new Map<number, string[]>();
  for (const name of names) {
    const values = valuesOf(name);
    for (let place = 0; place < values.length; place++)
      if (values[place] === null) missing.set(place, [...(missing.get(place) ?? []), name]);
  }
  const used: number[] = [];
  const leftOut: LeftOutStudy[] = [];
  for (const [place, study] of studies.entries()) {
    const ofStudy = missing.get(place);
    if (ofStudy === undefined) used.push(place);
    else leftOut.push({ study, missing: ofStudy });
  }
  if (leftOut.length > 0 && policy === "refuse") throw metaError(messages.missingModerator({ leftOut }));
  if (used.length === 0) throw metaError(messages.allLeftOut({ leftOut }));
  return { used, leftOut };
}
