import { backTransform } from "@acumeta/core";

const functions: Readonly<Record<string, (value: number) => number>> = {
  exp: Math.exp,
  sqrt: Math.sqrt,
  proportion: (logit) => backTransform("PLO", logit),
};

/** A number of a result by its path in it, "ci.lower" or "studies.0.yi"; or a function of one, "exp(ci.lower)". */
export function quantityOf(result: object, name: string): number | null | undefined {
  const [, of, inner] = /^(\w+)\((.+)\)$/.exec(name) ?? [];
  if (of !== undefined) {
    const value = quantityOf(result, inner!);
    return typeof value === "number" ? functions[of]!(value) : value;
  }
  let part: unknown = result;
  for (const key of name.split(".")) part = (part as Readonly<Record<string, unknown>> | null | undefined)?.[key];
  return (typeof part === "object" && part !== null && "value" in part ? part.value : part) as
    | number
    | null
    | undefined;
}
