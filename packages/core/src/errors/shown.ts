const LONGEST = 80;
const NAMED = 8;

/** Any value as a message names it: texts in quotes, so that "0.3" is not taken for 0.3; of what is large, the outline. */
export function shown(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(clip(value));
  if (Array.isArray(value)) return value.length === 0 ? "an empty list" : `a list of ${value.length}`;
  if (typeof value === "function") return "a function";
  if (value instanceof Promise) return "a promise";
  if (typeof value === "object" && value !== null) return shownObject(value);
  return String(value);
}

function shownObject(value: object): string {
  const names = Object.keys(value);
  const more = names.length > NAMED ? ", …" : "";
  return names.length === 0 ? "an object with nothing in it" : `{ ${clip(names.slice(0, NAMED).join(", "))}${more} }`;
}

function clip(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
