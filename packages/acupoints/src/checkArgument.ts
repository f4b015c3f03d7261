import { metaError } from "@acumeta/core";

/** Refuses (`WRONG_ARGUMENT`) what a script, which has no types, gave in place of an argument. */
export function checkArgument(isRight: boolean, argument: string, found: unknown, allowed: string): void {
  if (isRight) return;
  const mend =
    found instanceof Promise ? "It is asynchronous: await it." : "Is the argument missing, or at another place?";
  throw metaError({ code: "WRONG_ARGUMENT", where: { option: argument }, found: outline(found), allowed, mend });
}

/** Refuses what is no object of options. */
export function checkOptionsObject(options: unknown): void {
  checkArgument(isObject(options) && !Array.isArray(options), "options", options, "an object of options, or none");
}

/** Refuses what is no list of objects, or one whose objects lack a list of this name. */
export function checkList(argument: string, list: unknown, allowed: string, holding?: string): void {
  const isItem = (item: unknown) => (holding === undefined ? isObject(item) : hasLists(item, [holding]));
  checkArgument(Array.isArray(list) && list.every(isItem), argument, list, allowed);
}

/** Refuses what is no list of prescriptions. */
export function checkPrescriptions(prescriptions: unknown): void {
  checkList("prescriptions", prescriptions, "a list of prescriptions, as prescriptionsOf gives", "codes");
}

/** Whether a value has lists under all of these names. */
export function hasLists(value: unknown, names: readonly string[]): boolean {
  return isObject(value) && names.every((name) => Array.isArray(Reflect.get(value, name)));
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

/** A value in a word or two. */
function outline(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value.slice(0, 80));
  if (value instanceof Promise) return "a promise";
  if (Array.isArray(value))
    return value.every(isObject) ? `a list of ${value.length}` : "a list with other things in it";
  if (!isObject(value)) return String(value);
  return `an object with ${Object.keys(value).slice(0, 8).join(", ") || "nothing in it"}`;
}
