import { expect } from "vitest";

/**
 * What a claim such as `[0.42, 0.96]` or `{ code: "BL23" }` is equal to, as a matcher for `toEqual`: every number when
 * rounded to the digits printed, a whole number exactly, "…" any text but an empty one.
 */
export function printed(claim: string): unknown {
  const matcher = claim.replaceAll(/"(?:[^"\\]|\\.)*"|(?<![\w.])-?\d+(?:\.\d+)?(?:e[-+]?\d+)?/g, (literal) =>
    literal === '"…"' ? "anyText" : literal.startsWith('"') ? literal : `number("${literal}")`,
  );
  return new Function("number", "anyText", `return (${matcher});`)(number, expect.stringMatching(/./));
}

function number(digits: string): unknown {
  const [mantissa = "", exponent = "0"] = digits.split("e");
  const decimals = (mantissa.split(".")[1]?.length ?? 0) - Number(exponent);
  return decimals > 0 ? expect.closeTo(Number(digits), decimals) : Number(digits);
}
