import { normalQuantile } from "@acumeta/core";
import { contrasts } from "@acumeta/trials";
import { type ClaimAnalysis, untestable } from "../analysis.js";
import { verdictOfEffect } from "../verdicts.js";
import { withLimits } from "../words.js";
import { questionOf } from "./pooledEffect.js";

/** Whether acupuncture is better in one trial, in its own unit; asked about "trial question @weeks scale". */
export const trialEffect: ClaimAnalysis = {
  label: "the effect of one trial",
  run: ({ trials }, about) => {
    const [trialId = "", id = "", weeks = "", scale = ""] = about.split(" ");
    const asked = questionOf(trials, `${id} ${weeks}`);
    if (typeof asked === "string") return untestable(`No question ${id} is named in these tables.`);
    const { effects, notUsed } = contrasts(trials, { ...asked, measure: "MD", scale });
    const effect = effects.find(({ provenance }) => provenance.trialId === trialId);
    if (effect === undefined) {
      const why = notUsed.find((each) => each.trialId === trialId)?.reason ?? "it is not in these tables";
      return untestable(`${trialId} cannot be used: ${why}`);
    }
    const { yi, vi, measure, study, provenance } = effect;
    const half = normalQuantile(0.975) * Math.sqrt(vi);
    const ci = { lower: yi - half, upper: yi + half, level: 0.95 };
    return {
      verdict: verdictOfEffect({ estimate: yi, ci }),
      numbers: [{ name: study, unit: `${measure} of ${scale}`, value: yi, ci }],
      reason: `${study}: ${measure} of ${scale} ${withLimits(yi, ci)} at week ${provenance.week}, positive in favour of acupuncture.`,
    };
  },
};
