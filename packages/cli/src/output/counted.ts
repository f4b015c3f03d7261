import { countText } from "@acumeta/figures";

/** "1 error", "12 errors". */
export function counted(count: number, what: string): string {
  return `${countText(count)} ${count === 1 ? what : `${what}s`}`;
}
