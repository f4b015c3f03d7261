import { detectableDifference } from "@acumeta/core";
import type { Trials } from "@acumeta/trials";
import { fitEffects, type ModelCoefficient, type ModelTest } from "./fitEffects.js";
import { unanswered } from "./messages.js";
import { modelOf } from "./modelOf.js";
import type { ModelInterval, ModifierAnswer, ModifierDifference, ModifierLevel } from "./modifierAnswer.js";
import { type AskedEffect, modifierEffects } from "./modifierEffects.js";
import type { ModifierQuestion } from "./modifierQuestion.js";
import type { ModifierOptions } from "./options.js";
import { usableEffects } from "./usableEffects.js";
import { whyUnanswered } from "./whyUnanswered.js";

/** An answer before it is compared with those of the other questions. */
export type OwnAnswer = Omit<ModifierAnswer, "sentence" | "tested" | "test"> & {
  readonly test: Omit<NonNullable<ModifierAnswer["test"]>, "pHolm"> | null;
};

export function answerModifier(
  trials: Trials,
  question: ModifierQuestion,
  options: Required<ModifierOptions>,
): OwnAnswer {
  const { outcome, level, power } = options;
  const all = modifierEffects(trials, question, options);
  const { used, leftOut } = usableEffects(all, question);
  const asked = { ...question, moderators: varying(question.moderators, used) };
  const why = all.length === 0 ? unanswered.noEffects : whyUnanswered(used, asked);
  const model = why === null ? modelled(used, asked, options) : null;
  return {
    id: question.id,
    label: question.label,
    citation: question.citation,
    outcome,
    moderators: asked.moderators,
    effects: used.length,
    trials: new Set(used.map(({ trial }) => trial)).size,
    leftOut,
    unanswered: why ?? (model === null ? unanswered.confounded : null),
    ...(model ?? none({ level, power })),
  };
}

/** A comparator that is the same in all effects has no place in the model. */
function varying(moderators: string, effects: readonly AskedEffect[]): string {
  return new Set(effects.map(({ untreated }) => untreated)).size > 1
    ? moderators
    : moderators.replace(" + untreated", "");
}

type Modelled = Pick<OwnAnswer, "model" | "levels" | "differences" | "test" | "tau2" | "choices" | "warnings">;

function none({ level, power }: { level: number; power: number }): Modelled {
  const choices = { level, power, correlation: null };
  return { model: null, levels: [], differences: [], test: null, tau2: [], choices, warnings: [] };
}

/** null where the moderator can't be told from the comparator. */
function modelled(
  used: readonly AskedEffect[],
  question: ModifierQuestion,
  { level, power, correlation }: Required<ModifierOptions>,
): Modelled | null {
  const { levels, differences, reference, means } = modelOf(question, used);
  const fit = fitEffects(used, { moderators: question.moderators, reference, level, correlation });
  if (fit.aliased.length > 0) return null;
  const atLevels = fitEffects(means.effects, { moderators: means.moderators, reference, level, correlation });
  return {
    model: fit.kind,
    levels: levels.map(({ coefficient, ...rest }): ModifierLevel => {
      const { estimate, ci } = named(atLevels.coefficients, coefficient);
      return { ...rest, estimate, ci: scaled(ci, 1, level) };
    }),
    differences: differences.map(({ name, coefficient, times }): ModifierDifference => {
      const { estimate, ci: own } = named(fit.coefficients, coefficient);
      const ci = scaled(own, times, level);
      return { name, estimate: times * estimate, ci, detectable: ci && detectableDifference({ ...ci, power }) };
    }),
    test: testOf(fit.test(differences.map(({ coefficient }) => coefficient))),
    tau2: fit.tau2,
    choices: { level, power, correlation: fit.kind === "multilevel" ? correlation : null },
    warnings: fit.warnings,
  };
}

function testOf({ statistic, df1, df2, p }: ModelTest): OwnAnswer["test"] {
  return { statistic, df1, df2, p };
}

function named(coefficients: readonly ModelCoefficient[], name: string): ModelCoefficient {
  return coefficients.find((one) => one.name === name)!;
}

function scaled(ci: ModelCoefficient["ci"], times: number, level: number): ModelInterval | null {
  if (ci === null) return null;
  const { lower, upper, se, df, p } = ci;
  return { lower: times * lower, upper: times * upper, level, se: times * se, df, p };
}
