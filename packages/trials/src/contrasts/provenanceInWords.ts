import { checkArgument } from "../problems/checkArgument.js";
import type { Provenance, TrialEffect } from "./answer.js";

const sources: Readonly<Record<Provenance["source"], string>> = {
  endpoint: "endpoint scores or counts",
  change: "change scores",
  contrast: "a printed difference",
  responders: "counts of responders",
};

/**
 * Where an effect comes from, in words: its arms, scale, week, kind of numbers, rules, assumptions, and the rows of the tables. For
 * what a figure says of a study that is pointed at.
 *
 * Throws `WRONG_ARGUMENT` for an effect without provenance.
 *
 * @example
 * import { contrasts, provenanceInWords, readTrials } from "@acumeta/trials";
 * const { effects } = contrasts(await readTrials("datasets/pain-trials"), "low-back-pain/acupuncture-vs-sham/pain/short");
 * provenanceInWords(effects[0]).startsWith("acupuncture against minimal; VAS-100, week 8; change scores; Hedges' g"); // => true
 */
export function provenanceInWords(effect: Pick<TrialEffect, "provenance">): string {
  checkArgument(typeof effect === "object" && effect !== null && "provenance" in effect, {
    argument: "effect",
    found: effect,
    allowed: "an effect of the answer that contrasts gives",
  });
  const { armsA, armsB, scale, week, source, rules, assumptions, rows } = effect.provenance;
  return [
    `${armsA.join(" + ")} against ${armsB.join(" + ")}`,
    week === null ? scale : `${scale}, week ${week}`,
    sources[source],
    ...rules,
    ...assumptions.map((assumed) => `assumed: ${assumed}`),
    `from ${rows.map(({ file, line }) => `${file}:${line}`).join(", ")}`,
  ].join("; ");
}
