import {
  biasTest,
  blups,
  type Effect,
  excessSignificance,
  failSafeN,
  glmm,
  glmmOneGroup,
  henmiCopas,
  mantelHaenszel,
  multilevel,
  peto,
  pool,
  selectionModel,
  subgroups,
  trimAndFill,
} from "@acumeta/core";
import { effectsOf, studiesOf } from "./effectsOf.ts";
import { metaRegression } from "./metaRegression.ts";
import type { Paper, PaperResult } from "./papers/paper.ts";

type Analysis = (paper: Paper, result: PaperResult) => object;

/** Of the paper's effects. */
const effectsBy =
  (analyse: (effects: never, options: never) => object): Analysis =>
  (paper, result) =>
    analyse(effectsOf(paper, result) as never, (result.options ?? {}) as never);

/** Of the counts in the paper's table. */
const countsBy =
  (analyse: (studies: never, options: never) => object): Analysis =>
  (paper, { options = {} }) =>
    analyse(studiesOf(paper) as never, options as never);

/** The paper's effects with the columns that say what they share. */
const withColumns = (effects: readonly Effect[], { columns = {} }: Paper) =>
  effects.map((effect, i) => ({
    ...effect,
    ...Object.fromEntries(Object.entries(columns).map(([name, values]) => [name, values[i]!])),
  }));

/** What a result of a paper may come from. */
const analyses = {
  pool: effectsBy(pool),
  blups: effectsBy((effects, options) => blups(pool(effects, options))),
  subgroups: effectsBy(subgroups),
  metaRegression: (paper, result) =>
    metaRegression(effectsOf(paper, result), paper.moderators ?? {}, result.options as never),
  multilevel: (paper, result) => multilevel(withColumns(effectsOf(paper, result), paper), result.options as never),
  mantelHaenszel: countsBy(mantelHaenszel),
  peto: countsBy(peto),
  glmm: countsBy(glmm),
  glmmOneGroup: countsBy(glmmOneGroup),
  biasTest: effectsBy(biasTest),
  trimAndFill: effectsBy(trimAndFill),
  selectionModel: effectsBy(selectionModel),
  failSafeN: effectsBy(failSafeN),
  excessSignificance: effectsBy(excessSignificance),
  henmiCopas: effectsBy(henmiCopas),
} satisfies Readonly<Record<string, Analysis>>;

export type AnalysisName = keyof typeof analyses;

export function analyse(paper: Paper, result: PaperResult): object {
  return analyses[result.analysis ?? "pool"](paper, result);
}
