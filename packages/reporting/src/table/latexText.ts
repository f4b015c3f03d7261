import { Transform } from "unicode2latex";

/** A minus sign as mathematics, not as the hyphen the transform would set; the empty circle of GRADE's signs, which it lacks. */
const signs = { "−": { math: "-" }, "◯": { math: "\\bigcirc" } };

let transform: Transform | undefined;

/** Text that LaTeX sets as it stands: its special characters escaped, accents, Greek letters and mathematical signs as commands. */
export function latexText(text: string): string {
  transform ??= new Transform("bibtex", { charmap: signs });
  return transform.tolatex(text).normalize("NFC");
}
