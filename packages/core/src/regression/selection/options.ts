import { checkLevel } from "../../errors/check.js";
import { checkOptionNames } from "../../errors/checkOptionNames.js";
import { messages } from "../../errors/messages.js";
import { metaError } from "../../errors/metaError.js";
import type { DesignOptions } from "../../formula/buildDesign.js";
import { choose } from "../../registry/choose.js";
import { type CandidateTerm, isWithin, termsOf } from "./candidates.js";
import { type InformationCriterion, type InformationCriterionId, informationCriteria } from "./criteria.js";

/** Which models to compare, and by what. */
export interface BestSubsetsOptions extends DesignOptions {
  /** Terms of a formula, each in a model or not: ["sham", "weeks", "sham:weeks", "rcs(sessions, 3)"]; at most 12. */
  readonly candidates: readonly string[];
  /** Terms in every model, beside the constant; none unless given. */
  readonly always?: readonly string[];
  /** An id of `informationCriteria`; "AICc" unless given. */
  readonly criterion?: InformationCriterionId;
  /** Of the intervals of averaged coefficients, between 0 and 1; 0.95 unless given. */
  readonly level?: number;
}

export interface ResolvedSubsets {
  readonly candidates: readonly CandidateTerm[];
  readonly always: readonly CandidateTerm[];
  readonly criterion: InformationCriterion;
  readonly level: number;
  readonly design: DesignOptions;
}

/** 2¹² = 4,096 models. */
const MOST = 12;

const known = ["candidates", "always", "criterion", "level", "missing", "reference", "coding"];
const meant = { moderators: "candidates", mods: "candidates", crit: "criterion", ref: "reference" };

/** Options with their defaults; what isn't known is a MetaError. */
export function resolveSubsets(options: BestSubsetsOptions): ResolvedSubsets {
  checkOptionNames(options, known, meant);
  const { always = [], criterion = "AICc", level = 0.95, candidates, ...design } = options;
  checkLevel(level);
  const asked = termsOf("candidates", candidates);
  const constant = termsOf("always", always);
  if (asked.length === 0)
    throw metaError(messages.badCandidate({ option: "candidates", found: candidates, mend: "Name at least one." }));
  if (asked.length > MOST) throw metaError(messages.tooManyCandidates({ found: asked.length, most: MOST }));
  const keys = [...constant, ...asked].map(({ key }) => key);
  const again = [...constant, ...asked].find(({ key }, i) => keys.indexOf(key) < i);
  if (again !== undefined)
    throw metaError(
      messages.badCandidate({
        option: "candidates",
        found: again.text,
        mend: "It stands there twice, or in candidates and in always: name it once.",
      }),
    );
  const part = asked.find(({ term }) => constant.some((whole) => isWithin(term, whole.term)));
  if (part !== undefined)
    throw metaError(
      messages.badCandidate({
        option: "candidates",
        found: part.text,
        mend: "An interaction in always has it as a part: name it in always too.",
      }),
    );
  return {
    candidates: asked,
    always: constant,
    criterion: choose<InformationCriterion>("criterion", informationCriteria, criterion),
    level,
    design,
  };
}
