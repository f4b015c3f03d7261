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
  if (Array.isArray(value)) {
    for (const part of value) if (typeof part === "object") freeze(part);
  } else {
    for (const key in value) if (typeof value[key] === "object") freeze(value[key]);
  }
  return value;
}
