import { trialFlow } from "@acumeta/figures";
import { contrasts, countReasons } from "@acumeta/trials";
import type { GalleryCases } from "./galleryCases.ts";
import { trials } from "./shippedTrials.ts";

const flowOf = (question: string) => {
  const answer = contrasts(trials, question);
  return { effects: answer.effects, reasons: countReasons(answer) };
};

export const cases: GalleryCases = {
  typical: () =>
    trialFlow(flowOf("low-back-pain/acupuncture-vs-sham/pain/short"), {
      title: "Acupuncture against sham, low back pain up to 13 weeks",
    }),
  "all used": () => trialFlow({ effects: [{ study: "First", n1: 20, n2: 21 }, { study: "Second" }], reasons: [] }),
  "none used": () => trialFlow({ effects: [], reasons: [{ reason: "about another condition", trials: 1 }] }),
  "long reasons": () =>
    trialFlow({
      effects: [{ study: "First", n1: 2000, n2: 2001 }],
      reasons: Array.from({ length: 9 }, (_, i) => ({
        reason: `a long reason of ${i + 1} trials, which goes on about scales, weeks, arms and what the paper did not print at all`,
        trials: i + 1,
      })),
    }),
};
