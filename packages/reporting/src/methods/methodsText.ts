import { inText } from "../citations/inText.js";
import { version } from "../version.js";
import type { ReportedFit } from "./reportedFit.js";
import { statementsOf } from "./statementsOf.js";

/**
 * How a result was made, as a paragraph for a paper's methods: the measure, the model, every choice with its source, the software.
 * It tells what the result holds and nothing else: how studies were sought, chosen and judged is for the authors to add.
 * What it cites is in {@link bibtex}.
 *
 * Throws `WRONG_ARGUMENT` for what is no result of `pool`, `metaRegression`, `multilevel`, `network` or `componentNetwork`.
 *
 * @example
 * import { pool } from "@acumeta/core";
 * import { methodsText } from "@acumeta/reporting";
 * const effects = [
 *   { study: "A", measure: "RD", yi: 0.1, vi: 0.02 },
 *   { study: "B", measure: "RD", yi: 0.3, vi: 0.05 },
 * ] as const;
 * const text = methodsText(pool(effects, { tau2: "EE", interval: "z" }));
 * text.startsWith("Effects of 2 studies were expressed as risk difference (Cochrane Handbook 6.4.1.1)."); // => true
 */
export function methodsText(fit: ReportedFit): string {
  const sentences = statementsOf(fit).map(({ text, cites }) => `${withCitations(text, inText(cites))}.`);
  return [...sentences, `Computed with acumeta ${version}.`].join(" ");
}

/** Two brackets in a row become one. */
function withCitations(text: string, cited: string): string {
  return cited !== "" && text.endsWith(")") ? `${text.slice(0, -1)}; ${cited.slice(2)}` : `${text}${cited}`;
}
