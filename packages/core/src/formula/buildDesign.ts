import { messages } from "../errors/messages.js";
import { metaError } from "../errors/metaError.js";
import { checkMatrix, fromMatrix } from "./fromMatrix.js";
import { isOfEffect, knownModerators } from "./knownModerators.js";
import { type CodingOptions, type Learned, learn } from "./learn.js";
import { type Complete, completeRows, type MissingPolicy } from "./missing.js";
import { type ModelColumns, type ModelMatrix, modelMatrix } from "./modelMatrix.js";
import { namesIn, parseFormula } from "./parseFormula.js";
import { type ModeratorRow, someOf, tableOf } from "./values.js";

/** How moderators become a model matrix. */
export interface DesignOptions extends CodingOptions {
  /** Studies of which a moderator is not known: "refuse" unless given. */
  readonly missing?: MissingPolicy;
}

/** The model matrix of the studies used, and what made it. */
export interface BuiltDesign extends ModelColumns, Complete {
  /** null for a given matrix. */
  readonly formula: string | null;
  readonly learned: Learned;
}

/** A study with whatever is known of it. */
type NamedStudy = Readonly<{ study: string }>;

/** The model matrix of a formula over the studies' own moderators, or of a given matrix. */
export function buildDesign(
  effects: readonly NamedStudy[],
  moderators: string | ModelMatrix,
  { missing = "refuse", ...options }: DesignOptions,
): BuiltDesign {
  const studies = effects.map(({ study }) => study);
  if (typeof moderators !== "string") {
    checkMatrix(moderators, effects.length);
    return fromMatrix(moderators, studies, missing);
  }
  const formula = parseFormula(moderators);
  const rows = effects as readonly (NamedStudy & ModeratorRow)[];
  const table = tableOf(rows, studies);
  const names = namesIn(formula);
  for (const name of names) {
    if (isOfEffect(name)) throw metaError(messages.effectAsModerator({ name, known: knownModerators(rows) }));
    if (table.valuesOf(name).every((value) => value === null))
      throw metaError(messages.unknownModerator({ name, known: knownModerators(rows) }));
  }
  const complete = completeRows(table, names, missing);
  const data = complete.leftOut.length === 0 ? table : someOf(table, complete.used);
  const learned = learn(formula, data, options);
  return { ...complete, ...modelMatrix(formula, learned, data), formula: moderators, learned };
}
