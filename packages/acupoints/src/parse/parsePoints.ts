import { byCode } from "./lookup.js";
import { type PointProblem, parsePoint } from "./parsePoint.js";

export interface ParsedPoints {
  /** WHO codes in order, each once. */
  readonly codes: readonly string[];
  /** Codes that stood more than once. */
  readonly repeated: readonly string[];
  readonly problems: readonly PointProblem[];
}

/**
 * Reads a list of points, separated by semicolons, commas, slashes, plus signs or lines; "BL31-34" and "BL23 to BL25"
 * are ranges of a channel. Whatever can't be read is a problem with suggestions. Never throws.
 *
 * @example
 * import { parsePoints } from "@acumeta/acupoints";
 * parsePoints("UB23, Du 4; BL31-33; Shenshu").codes; // => ["BL23", "GV4", "BL31", "BL32", "BL33"]
 * parsePoints("UB23, Shenshu").repeated; // => ["BL23"]
 * parsePoints("BL23; GV33").problems.length; // => 1
 */
export function parsePoints(list: string): ParsedPoints {
  if (typeof list !== "string") return { codes: [], repeated: [], problems: [parsePoint(list).problem!] };
  const codes: string[] = [];
  const problems: PointProblem[] = [];
  for (const item of list.split(/[;,/+\n、，；]/).filter((part) => part.trim() !== "")) {
    const range = rangeOf(item);
    if (range !== null) codes.push(...range);
    else {
      const { point, problem } = parsePoint(item);
      if (point === null) problems.push(problem);
      else codes.push(point.code);
    }
  }
  const repeated = [...new Set(codes.filter((code, index) => codes.indexOf(code) < index))];
  return { codes: [...new Set(codes)], repeated, problems };
}

/** The codes from the first to the last of one channel; null where the text is no range. */
function rangeOf(item: string): readonly string[] | null {
  const [, first = "", last = ""] = /^(.*\d)\s*(?:\p{Dash}|~|to|bis)\s*(\D*\d+)\s*$/u.exec(item) ?? [];
  const from = parsePoint(first).point;
  if (from?.number == null) return null;
  const to = parsePoint(/^\d+$/.test(last) ? `${from.meridianCode}${last}` : last).point;
  if (to?.number == null || to.meridianCode !== from.meridianCode || to.number < from.number) return null;
  const numbers = Array.from({ length: to.number - from.number + 1 }, (_, i) => from.number! + i);
  return numbers.map((number) => byCode.get(`${from.meridianCode}${number}`)!.code);
}
