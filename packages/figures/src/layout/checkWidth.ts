import { metaError } from "@acumeta/core";
import { messages } from "../messages.js";

/** Refuses (`WIDTH_OUT_OF_RANGE`) a plotting area too narrow to read or too wide to show. */
export function checkWidth(width: number): void {
  if (!(width >= 120 && width <= 2000)) throw metaError(messages.widthOutOfRange(width));
}
