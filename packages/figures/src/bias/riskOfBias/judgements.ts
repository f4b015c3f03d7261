import { palette, series } from "../../theme/theme.js";

/** What reviewers may judge of a domain, with its sign: signs tell judgements apart without colour. */
export const judgements = {
  low: { label: "low risk", sign: "+", color: series[2] },
  some: { label: "some concerns", sign: "−", color: palette.prediction },
  high: { label: "high risk", sign: "×", color: palette.pooled },
  unclear: { label: "no information", sign: "?", color: palette.rule },
} as const satisfies Readonly<
  Record<string, { readonly label: string; readonly sign: string; readonly color: string }>
>;

export type Judgement = keyof typeof judgements;

/** What reviewers judged of a study, by domain. A domain that is missing was not judged. */
export interface StudyJudgements {
  readonly study: string;
  readonly domains: Readonly<Record<string, Judgement>>;
}
