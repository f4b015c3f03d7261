import { askModifier, type ModifierQuestionId } from "@acumeta/acupoints";
import { counted } from "@acumeta/core";
import { type ClaimAnalysis, untestable } from "../analysis.js";
import { verdictOfEffect } from "../verdicts.js";
import { shown, withLimits } from "../words.js";

/** Whether more of a dose goes with a larger effect over trials. */
export const dose: ClaimAnalysis = {
  label: "the difference between trials of less and of more",
  run: ({ trials }, about) => {
    const { differences, unanswered, trials: k } = askModifier(trials, about as ModifierQuestionId);
    const [difference] = differences;
    if (difference === undefined || difference.ci === null)
      return untestable(`No answer from these trials: ${unanswered ?? "too few trials"}.`);
    const { name, estimate, ci, detectable } = difference;
    const could =
      detectable === null
        ? ""
        : ` Only a difference of ${shown(detectable)} would have been found with 80 % probability.`;
    return {
      verdict: verdictOfEffect({ estimate, ci }),
      numbers: [{ name, unit: "SMD", value: estimate, ci: { lower: ci.lower, upper: ci.upper, level: 0.95 } }],
      reason: `${counted(k, "trial")}, ${name}: SMD ${withLimits(estimate, ci)}; trials were not randomised to their dose.${could}`,
    };
  },
};
