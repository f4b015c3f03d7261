import { messages } from "../errors/messages.js";
import { metaError } from "../errors/metaError.js";
import { freeze } from "../numerics/freeze.js";
import { compileExpression } from "./expression.js";
import { type ModeratorRow, valueIn } from "./values.js";

/**
 * Adds moderators that are computed from others, by expressions such as "log(sessions)", "minutes * sessions / 60" or
 * "weeks > 12" (true or false). They may use moderators derived before them. mathjs evaluates them; it is loaded when this
 * function is first called, which is why it has to be awaited.
 *
 * An expression is arithmetic: + − * / ^, comparisons with and, or, not and c ? a : b, pi and e, and the functions abs,
 * ceil, cbrt, cos, exp, expm1, floor, log, log10, log1p, log2, max, min, pow, round, sign, sin, sqrt, tan. Nothing else is
 * evaluated. Where a moderator that it uses is missing, the derived one is null.
 *
 * @param effects Studies with their moderators; they are not changed.
 * @param expressions An expression for each new name.
 *
 * Throws `BAD_EXPRESSION`, `UNKNOWN_MODERATOR`, `MODERATOR_NOT_NUMERIC`, and `DERIVED_NOT_FINITE` where an expression has no
 * finite value (the logarithm of 0).
 *
 * @example
 * import { deriveModerators } from "@acumeta/core";
 * const studies = [{ study: "A", sessions: 8 }, { study: "B", sessions: 12 }, { study: "C", sessions: null }];
 * const derived = await deriveModerators(studies, { logSessions: "log(sessions)", many: "sessions >= 10" });
 * derived[0].logSessions; // => 2.0794
 * derived.map(({ many }) => many); // => [false, true, null]
 */
export async function deriveModerators<E extends { readonly study: string }, Name extends string>(
  effects: readonly E[],
  expressions: Readonly<Record<Name, string>>,
): Promise<readonly (E & Readonly<Record<Name, number | boolean | null>>)[]> {
  if (!Array.isArray(effects)) throw metaError(messages.notEffects({ found: effects }));
  for (const [place, effect] of effects.entries())
    if (typeof effect !== "object" || effect === null)
      throw metaError(messages.notAnEffect({ found: effect, place: place + 1 }));
  if (typeof expressions !== "object" || expressions === null)
    throw metaError(messages.notARow({ found: expressions, columns: ["derived"] }));
  let rows = effects as readonly (E & ModeratorRow)[];
  for (const [name, text] of Object.entries<string>(expressions)) {
    const { names, evaluate } = await compileExpression(text);
    for (const used of names) {
      if (rows.every((row) => !Object.hasOwn(row, used)))
        throw metaError(messages.unknownModerator({ name: used, known: [...new Set(rows.flatMap(Object.keys))] }));
    }
    rows = rows.map((row) => ({ ...row, [name]: derived(row, { text, names, evaluate }) }));
  }
  return freeze(rows.map((row) => ({ ...row }))) as readonly (E & Readonly<Record<Name, number | boolean | null>>)[];
}

function derived(
  row: Readonly<{ study: string }> & ModeratorRow,
  { text, names, evaluate }: { text: string } & Awaited<ReturnType<typeof compileExpression>>,
): number | boolean | null {
  const { study } = row;
  const scope = new Map<string, number | boolean>();
  for (const name of names) {
    const value = valueIn(row, name);
    if (value === null) return null;
    if (typeof value === "string" || !Number.isFinite(Number(value)))
      throw metaError(messages.moderatorNotNumeric({ name, study, value }));
    scope.set(name, value);
  }
  const value = evaluate(scope);
  if (typeof value === "boolean" || (typeof value === "number" && Number.isFinite(value))) return value;
  throw metaError(messages.derivedNotFinite({ text, study, value }));
}
