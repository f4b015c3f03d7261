/** Markup that is safe to insert; made by {@link html} only. */
export interface Html {
  readonly markup: string;
}

type Part = Html | string | number | readonly Html[];

const escapes: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** A tagged template: texts are escaped, nested markup and lists of it are kept. */
export function html(literals: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return { markup: literals.map((literal, i) => literal + (i < parts.length ? render(parts[i]!) : "")).join("") };
}

/** Markup that was made elsewhere, such as an SVG. */
export function trusted(markup: string): Html {
  return { markup };
}

function render(part: Part): string {
  if (typeof part === "number") return String(part);
  if (typeof part === "string") return part.replaceAll(/[&<>"]/g, (character) => escapes[character]!);
  return "markup" in part ? part.markup : part.map(({ markup }) => markup).join("");
}
