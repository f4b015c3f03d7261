import { checkLevel } from "../errors/check.js";
import { checkOptionNames } from "../errors/checkOptionNames.js";
import { messages } from "../errors/messages.js";
import { metaError } from "../errors/metaError.js";
import type { DesignOptions } from "../formula/buildDesign.js";
import type { ModelMatrix } from "../formula/modelMatrix.js";

/** How to fit effects of members. */
export interface MultiMembershipOptions extends DesignOptions {
  /**
   * The columns of the effects that tell their members, each a term with a variance of its own: "points", or ["points", "pairs"].
   * An effect has there a list of names, ["BL23", "GV3"], or how much it has of each, { BL23: 1, GV3: 0.5 }.
   */
  readonly members: string | readonly string[];
  /** The fixed part: a formula over the effects' own values, "~ sham + sessions", or a model matrix; "~ 1" unless given. */
  readonly moderators?: string | ModelMatrix;
  /** Confidence level between 0 and 1; 0.95 unless given. */
  readonly level?: number;
}

export interface ResolvedMembership {
  readonly members: readonly string[];
  readonly moderators: string | ModelMatrix;
  readonly design: DesignOptions;
  readonly level: number;
}

const known = ["members", "moderators", "missing", "reference", "coding", "level"];
const meant = { mods: "moderators", random: "members", mm: "members" };

/** Options with their defaults; what isn't known is a MetaError. */
export function resolveMembership(options: MultiMembershipOptions): ResolvedMembership {
  checkOptionNames(options, known, meant);
  const { members, moderators = "~ 1", level = 0.95, ...design } = options;
  const columns: readonly unknown[] = Array.isArray(members) ? members : [members];
  if (columns.length === 0 || !columns.every((column) => typeof column === "string" && column !== ""))
    throw metaError(messages.noMemberColumns({ found: members }));
  if (typeof moderators !== "string" && (typeof moderators !== "object" || moderators === null))
    throw metaError(messages.notModerators({ found: moderators }));
  checkLevel(level);
  return { members: [...new Set(columns as readonly string[])], moderators, design, level };
}
