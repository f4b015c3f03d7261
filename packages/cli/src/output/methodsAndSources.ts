import { bibtex, methodsText, type ReportedFit } from "@acumeta/reporting";
import { wrap } from "./wrap.js";

/** The methods of results in words, and the BibTeX of what they cite. */
export function methodsAndSources(...fits: readonly ReportedFit[]): string {
  return [...fits.map((fit) => wrap(methodsText(fit))), bibtex(...fits).trimEnd()].join("\n\n");
}
