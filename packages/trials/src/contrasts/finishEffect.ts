import { type Trust, trustLevels } from "../schema/kinds.js";
import type { TrialEffect } from "./answer.js";
import type { Comparison } from "./comparison.js";
import type { Draft } from "./draft.js";
import { rules } from "./messages.js";

/**
 * The effect as it goes into `pool()`: turned so that positive favours the first-named treatment, named after the
 * trial (and after its arms, where a trial gives several effects), with its provenance.
 */
export function finishEffect(
  { trial, question, ...comparison }: Comparison,
  draft: Draft,
  severalInTrial: boolean,
): TrialEffect {
  const { armsA, armsB, source, scale, week } = draft;
  const lower = draft.better === "lower";
  return {
    study: severalInTrial ? `${trial.citation}: ${armsA.join("+")} vs ${armsB.join("+")}` : trial.citation,
    measure: question.measure,
    yi: lower ? 0 - draft.yi : 0 + draft.yi, // never −0
    vi: draft.vi,
    ...(draft.n === null ? {} : { n: draft.n.a + draft.n.b, n1: draft.n.a, n2: draft.n.b }),
    arms: [...armsA, ...armsB].map((arm) => `${trial.trialId}/${arm}`),
    provenance: {
      trialId: trial.trialId,
      armsA,
      armsB,
      source,
      scale,
      week,
      trust: lowest(draft.rows.map(({ trust }) => trust)),
      rows: draft.rows.map(({ origin, sourceUrl }) => ({ file: origin.file, line: origin.line, sourceUrl })),
      rules: [...draft.rules, ...(lower ? [rules.reversed(scale)] : [])],
      assumptions: [...comparison.assumptions, ...draft.assumptions],
    },
  };
}

function lowest(levels: readonly Trust[]): Trust {
  return trustLevels[Math.max(...levels.map((level) => trustLevels.indexOf(level)))] ?? "low";
}
