import { checkArgument } from "../problems/checkArgument.js";
import { nearestAmong } from "../text/nearestTo.js";
import { compactName } from "./compactName.js";
import { channelAliases, codesOfNames, pointCodes } from "./pointCodes.generated.js";

/**
 * A text read as a point code: the code itself, or else the code it most likely means ("GB32 or LR6" for a name that two
 * points share, null where no code or name is near).
 */
export type ResolvedPoint =
  | { readonly code: string; readonly suggestion: null }
  | { readonly code: null; readonly suggestion: string | null };

/**
 * Tables hold WHO codes ("BL23", "EX-UE7") and nothing else; "UB 23" is no code, but suggests BL23, as does the point's
 * name in pinyin or in Chinese characters.
 *
 * Throws `WRONG_ARGUMENT` for what is no text.
 *
 * @example
 * import { resolvePointCode } from "@acumeta/trials";
 * resolvePointCode("BL23"); // => { code: "BL23", suggestion: null }
 * resolvePointCode("UB 23"); // => { code: null, suggestion: "BL23" }
 * resolvePointCode("Fengchi"); // => { code: null, suggestion: "GB20" }
 */
export function resolvePointCode(text: string): ResolvedPoint {
  checkArgument(typeof text === "string", { argument: "text", found: text, allowed: 'a text, as "BL23"' });
  if (pointCodes.has(text)) return { code: text, suggestion: null };
  return { code: null, suggestion: meantBy(compactName(text).slice(0, LONGEST)) };
}

/** Longer texts are no points, and would only make the search slow. */
const LONGEST = 30;

/** Extra points are written with a hyphen, which the comparison ignores. */
const byCompact: ReadonlyMap<string, string> = new Map([...pointCodes].map((code) => [compactName(code), code]));
const nearestCode = nearestAmong(byCompact.keys());
const nearestName = nearestAmong(codesOfNames.keys());

function meantBy(compact: string): string | null {
  const [, prefix = "", number = ""] = /^([A-Z]+)0*(\d+)$/.exec(compact) ?? [];
  const translated = `${channelAliases[prefix] ?? prefix}${number}`;
  if (pointCodes.has(translated)) return translated;
  const code = byCompact.get(compact) ?? codesOf(compact);
  if (code !== null) return code;
  const name = nearestName(compact);
  const near = /\d/.test(compact) ? byCompact.get(nearestCode(translated || compact) ?? "") : undefined;
  return near ?? (name === null ? null : codesOf(name));
}

function codesOf(name: string): string | null {
  return codesOfNames.get(name)?.join(" or ") ?? null;
}
