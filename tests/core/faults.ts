/** Where in a result a number is NaN or infinite, or an object is not frozen. */
export function faults(value: unknown, path = "result"): readonly string[] {
  if (typeof value === "number") return Number.isFinite(value) ? [] : [`${path} is ${value}`];
  if (typeof value !== "object" || value === null) return value === undefined ? [`${path} is undefined`] : [];
  const own = Object.isFrozen(value) ? [] : [`${path} is not frozen`];
  return [...own, ...Object.entries(value).flatMap(([key, part]) => faults(part, `${path}.${key}`))];
}
