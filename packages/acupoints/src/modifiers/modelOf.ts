import type { ModifierLevel } from "./modifierAnswer.js";
import type { AskedEffect } from "./modifierEffects.js";
import type { ModifierQuestion } from "./modifierQuestion.js";

/** A level with the coefficient that is its mean effect in the model without a constant. */
interface ModelLevel extends Pick<ModifierLevel, "level" | "effects" | "trials" | "n"> {
  readonly coefficient: string;
}

/** The two ways to write the model of a question: with a constant, which tells differences, and with the levels' means. */
export interface QuestionModel {
  readonly levels: readonly ModelLevel[];
  /** Coefficients that are differences, with their names and by how much of the moderator each is. */
  readonly differences: readonly { readonly name: string; readonly coefficient: string; readonly times: number }[];
  readonly reference: Readonly<Record<string, string>>;
  readonly means: { readonly moderators: string; readonly effects: readonly Placed[] };
}

/** Where a number lies between the lowest and the highest of the trials; 0 of a category. */
type Placed = AskedEffect & { readonly atLowest: number; readonly atHighest: number };

export function modelOf(question: ModifierQuestion, effects: readonly AskedEffect[]): QuestionModel {
  return question.step === null
    ? ofCategories(question, effects)
    : ofNumbers(question, { effects, step: question.step });
}

function ofCategories(
  { modifier, moderators, reference }: ModifierQuestion,
  effects: readonly AskedEffect[],
): QuestionModel {
  const values = [...new Set(effects.map((effect) => String(effect[modifier])))];
  const levels = values
    .map((level) => ({
      level,
      coefficient: `${modifier}${level}`,
      ...sizes(effects.filter((effect) => String(effect[modifier]) === level)),
    }))
    .sort((a, b) => b.trials - a.trials);
  const base = reference !== null && values.includes(reference) ? reference : levels[0]!.level;
  const ordered = [...levels.filter(({ level }) => level === base), ...levels.filter(({ level }) => level !== base)];
  return {
    levels: ordered,
    differences: ordered
      .slice(1)
      .map(({ level, coefficient }) => ({ name: `${level} − ${base}`, coefficient, times: 1 })),
    reference: { [modifier]: base },
    means: {
      moderators: moderators.replace("~", "~ 0 +"),
      effects: effects.map((effect) => ({ ...effect, atLowest: 0, atHighest: 0 })),
    },
  };
}

/**
 * The line through a number as the means at its ends: with a = (highest − x)/(highest − lowest) and b = 1 − a the
 * coefficients of a and b, without a constant, are the effects at the lowest and at the highest.
 */
function ofNumbers(
  { modifier, moderators }: ModifierQuestion,
  { effects, step }: { effects: readonly AskedEffect[]; step: NonNullable<ModifierQuestion["step"]> },
): QuestionModel {
  const numberIn = (effect: AskedEffect) => effect[modifier] as number;
  const [lowest, highest] = [Math.min(...effects.map(numberIn)), Math.max(...effects.map(numberIn))];
  const at = (value: number, coefficient: string) => ({
    level: String(value),
    coefficient,
    ...sizes(effects.filter((effect) => numberIn(effect) === value)),
  });
  return {
    levels: [at(lowest, "atLowest"), at(highest, "atHighest")],
    differences: [{ name: `${step.size} more ${step.unit}`, coefficient: modifier, times: step.size }],
    reference: {},
    means: {
      moderators: moderators.replace(`~ ${modifier}`, "~ 0 + atLowest + atHighest"),
      effects: effects.map((effect) => {
        const atHighest = (numberIn(effect) - lowest) / (highest - lowest);
        return { ...effect, atHighest, atLowest: 1 - atHighest };
      }),
    },
  };
}

function sizes(effects: readonly AskedEffect[]): Pick<ModifierLevel, "effects" | "trials" | "n"> {
  const n = effects.reduce((sum, effect) => sum + (effect.n ?? Number.NaN), 0);
  return {
    effects: effects.length,
    trials: new Set(effects.map(({ trial }) => trial)).size,
    n: Number.isNaN(n) ? null : n,
  };
}
