/**
 * Freezes a plain result (objects, arrays and primitives) and everything in it.
 *
 * @example
 * import { freeze } from "@acumeta/core";
 * Object.isFrozen(freeze({ ci: { lower: 0, upper: 1 } }).ci); // => true
 */
export function freeze<T>(value: T): T {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const key in value) {
    const part = value[key];
    if (typeof part === "object") freeze(part);
  }
  return value;
}
