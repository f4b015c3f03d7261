import { parsePoint } from "../parse/parsePoint.js";
import type { Point } from "./point.js";

/**
 * The point of a code or name in any of the systems that `parsePoint` reads; null where there is none.
 *
 * @example
 * import { findPoint } from "@acumeta/acupoints";
 * findPoint("UB23").name; // => "Shenshu"
 * findPoint("Zusanli").code; // => "ST36"
 * findPoint("BL23").distal; // => false
 * findPoint("LI4").cautions[0].kind; // => "pregnancy"
 * findPoint("BL99"); // => null
 */
export function findPoint(text: string): Point | null {
  return parsePoint(text).point;
}
