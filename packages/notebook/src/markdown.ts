import { display } from "./display.js";

/**
 * Shows a computed sentence, in Markdown, below the cell; outside a notebook prints it.
 *
 * @example
 * import { markdown } from "@acumeta/notebook";
 * markdown(`**${13} trials** answer this question.`);
 */
export function markdown(text: string): void {
  display({ data: { "text/markdown": text, "text/plain": text } });
}
