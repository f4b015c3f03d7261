import { closest } from "fastest-levenshtein";
import { channelAliases, pointCodes } from "./pointCodes.generated.js";

/** A text read as a point code: the code itself, or else the code it most likely means. */
export type ResolvedPoint =
  | { readonly code: string; readonly suggestion: null }
  | { readonly code: null; readonly suggestion: string };

/**
 * Tables hold WHO codes ("BL23", "EX-UE7") and nothing else; "UB 23" is no code, but suggests BL23.
 *
 * @example
 * import { resolvePointCode } from "@acumeta/trials";
 * resolvePointCode("BL23"); // => { code: "BL23", suggestion: null }
 * resolvePointCode("UB 23"); // => { code: null, suggestion: "BL23" }
 */
export function resolvePointCode(text: string): ResolvedPoint {
  if (pointCodes.has(text)) return { code: text, suggestion: null };
  const compact = text.toUpperCase().replaceAll(/[\s.\-–]/g, "");
  const [, prefix = "", number = ""] = /^([A-Z]+)0*(\d+)$/.exec(compact) ?? [];
  const translated = `${channelAliases[prefix] ?? prefix}${number}`;
  return { code: null, suggestion: pointCodes.has(translated) ? translated : nearest(compact) };
}

/** Extra points are written with a hyphen, which the comparison ignores. */
const byCompact: ReadonlyMap<string, string> = new Map([...pointCodes].map((code) => [code.replaceAll("-", ""), code]));
const compactCodes: readonly string[] = [...byCompact.keys()];

function nearest(compact: string): string {
  return byCompact.get(closest(compact, compactCodes))!;
}
