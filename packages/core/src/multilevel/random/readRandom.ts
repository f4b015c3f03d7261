import { messages } from "../../errors/messages.js";
import { metaError } from "../../errors/metaError.js";
import type { RandomEffect, RandomIntercept, RandomLevels } from "./randomEffect.js";

const NAME = "[\\p{L}_][\\p{L}\\p{N}_.]*";
const FORMULA = new RegExp(`^\\s*~?\\s*(1|${NAME})\\s*\\|\\s*(${NAME}(?:\\s*/\\s*${NAME})*)\\s*$`, "u");

/** Random effects with every formula spelt out: "~ 1 | a/b" is an intercept for a and one for a and b. */
export function readRandom(random: readonly RandomEffect[]): readonly (RandomIntercept | RandomLevels)[] {
  return random.flatMap((effect) => (typeof effect === "string" ? readFormula(effect) : [checkEffect(effect)]));
}

/** Refuses what is neither { group } nor { inner, outer }, with a column's name, or several, in each. */
function checkEffect(effect: RandomIntercept | RandomLevels): RandomIntercept | RandomLevels {
  const refuse = () => metaError(messages.badRandomFormula({ found: effect }));
  if (typeof effect !== "object" || effect === null) throw refuse();
  const given = Object.keys(effect);
  const isIntercept = "group" in effect;
  const known = isIntercept ? ["group", "correlation"] : ["inner", "outer", "structure"];
  if (given.some((name) => !known.includes(name))) throw refuse();
  const columns: readonly unknown[] = isIntercept ? [effect.group].flat() : [effect.inner, effect.outer];
  if (columns.length === 0 || !columns.every((name) => typeof name === "string" && name !== "")) throw refuse();
  if (isIntercept && effect.correlation !== undefined && !isCorrelation(effect.correlation)) throw refuse();
  return effect;
}

function isCorrelation(value: unknown): boolean {
  if (typeof value !== "object" || value === null || !("names" in value && "matrix" in value)) return false;
  return Array.isArray(value.names) && Array.isArray(value.matrix);
}

function readFormula(text: string): readonly (RandomIntercept | RandomLevels)[] {
  const [, inner, nested] = FORMULA.exec(text) ?? [];
  if (inner === undefined || nested === undefined) throw metaError(messages.badRandomFormula({ found: text }));
  const columns = nested.split("/").map((name) => name.trim());
  if (inner === "1") return columns.map((_, depth) => ({ group: columns.slice(0, depth + 1) }));
  if (columns.length > 1) throw metaError(messages.badRandomFormula({ found: text }));
  return [{ inner, outer: columns[0]! }];
}
