/** A text on a line of its own, with a caret below one of its characters. */
export function caretBelow(text: string, at: number): string {
  return `\n  ${text.replaceAll(/\s/g, " ")}\n  ${" ".repeat(at)}^`;
}
