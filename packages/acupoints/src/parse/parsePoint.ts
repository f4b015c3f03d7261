import { distance } from "fastest-levenshtein";
import type { Point } from "../vocabulary/point.js";
import { compact } from "./compact.js";
import { byCode, byName, channelOf } from "./lookup.js";

/** A text that could not be read as a point. */
export interface PointProblem {
  readonly code: "UNKNOWN_POINT" | "AMBIGUOUS_NAME";
  readonly found: string;
  /** Codes it may mean, the likeliest first. */
  readonly suggestions: readonly string[];
}

export type ParsedPoint =
  | { readonly point: Point; readonly problem: null }
  | { readonly point: null; readonly problem: PointProblem };

/**
 * Reads a point however it is written: WHO codes ("BL23", "Bl 23", "B-23"), older and other systems ("UB23", "V23", "Du3",
 * "LV3", "SJ5"), names in pinyin with or without tones and in Chinese characters ("Shenshu", "腎俞"), extra points
 * ("EX-UE7", "Yaotongdian"). A prefix is read as in English where systems differ: "P6" is PC6. Never throws.
 *
 * @example
 * import { parsePoint } from "@acumeta/acupoints";
 * parsePoint("UB 23").point.code; // => "BL23"
 * parsePoint("Du-3").point.code; // => "GV3"
 * parsePoint("Yāotòngdiǎn").point.code; // => "EX-UE7"
 * parsePoint("BL230").problem.suggestions[0]; // => "BL23"
 * parsePoint("Zhongdu").problem.code; // => "AMBIGUOUS_NAME"
 */
export function parsePoint(text: string): ParsedPoint {
  if (typeof text !== "string") return refused("UNKNOWN_POINT", String(text), []);
  const key = compact(text);
  const coded = byCode.get(key) ?? byCode.get(translated(key));
  if (coded !== undefined) return { point: coded, problem: null };
  const named = byName.get(key) ?? [];
  if (named.length === 1) return { point: named[0]!, problem: null };
  if (named.length > 1) return refused("AMBIGUOUS_NAME", text, named);
  return refused("UNKNOWN_POINT", text, nearest(key));
}

function refused(code: PointProblem["code"], text: string, meant: readonly Point[]): ParsedPoint {
  return { point: null, problem: { code, found: text.trim(), suggestions: meant.map((point) => point.code) } };
}

/** "UB23" → "BL23", "LIV03" → "LR3"; "" for a text of another form. */
function translated(key: string): string {
  const [, prefix = "", number = ""] = /^([A-Z]+)0*(\d{1,2})$/.exec(key) ?? [];
  return `${channelOf.get(prefix) ?? prefix}${number}`;
}

const SUGGESTED = 3;
/** Longer texts are no codes, and would only make the search slow. */
const LONGEST = 30;

/** The most similar codes, or names where the text has no number; of equally similar ones those that begin the same. */
function nearest(key: string): readonly Point[] {
  const text = (translated(key) || key).slice(0, LONGEST);
  if (text === "") return [];
  const known = /\d/.test(text) ? [...byCode.keys()] : [...byName.keys()];
  const scored = known.map((name) => ({ name, distance: distance(text, name), same: sameStart(text, name) }));
  const likeliest = scored.sort((a, b) => a.distance - b.distance || b.same - a.same).slice(0, SUGGESTED);
  const meant = likeliest.flatMap(({ name }) => byCode.get(name) ?? byName.get(name) ?? []);
  return [...new Set(meant)].slice(0, SUGGESTED);
}

function sameStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}
