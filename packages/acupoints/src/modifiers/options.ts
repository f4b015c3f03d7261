import { metaError } from "@acumeta/core";
import { type ConditionGroup, conditionGroups, type Question } from "@acumeta/trials";
import { checkOptionsObject } from "../checkArgument.js";
import { messages } from "./messages.js";

/** How to fit models of effects of which some are of the same patients. */
export interface DependenceOptions {
  /**
   * Correlation that is assumed of the sampling errors of two effects of a trial; 0.5 unless given, which is that of two
   * comparisons of groups of one size that have a group in common.
   */
  readonly correlation?: number;
  /** Confidence level between 0 and 1; 0.95 unless given. */
  readonly level?: number;
  /** With which probability a difference is to be found, for `detectable`; 0.8 unless given. */
  readonly power?: number;
}

/** How to ask what modifies the effect. */
export interface ModifierOptions extends DependenceOptions {
  /** "pain" unless given. */
  readonly outcome?: "pain" | "disability";
  /** Only trials of these groups of conditions; all unless given. */
  readonly conditions?: readonly ConditionGroup[];
  /** Weeks, as in a question; 0.1 to 104, the one nearest 8, unless given. */
  readonly window?: Question["window"];
  /** Rows rated lower are not used; "low" (all rows) unless given. */
  readonly minimumTrust?: NonNullable<Question["minimumTrust"]>;
}

const dependence = { correlation: 0.5, level: 0.95, power: 0.8 } as const;

const defaults: Required<ModifierOptions> = {
  ...dependence,
  outcome: "pain",
  conditions: conditionGroups,
  window: { from: 0.1, to: 104, target: 8 },
  minimumTrust: "low",
};

/** Options with their defaults; throws `UNKNOWN_OPTION`, `UNKNOWN_CHOICE`, `OPTION_OUT_OF_RANGE`. */
export function resolveModifierOptions(options: ModifierOptions): Required<ModifierOptions> {
  checkNames(options, Object.keys(defaults));
  const resolved = { ...defaults, ...options };
  if (!["pain", "disability"].includes(resolved.outcome)) throw metaError(messages.unknownOutcome(resolved.outcome));
  checkNumbers(resolved);
  return resolved;
}

/** Refuses (`UNKNOWN_OPTION`) what is no object of options, or one with others than these. */
export function checkNames(options: unknown, known: readonly string[]): void {
  checkOptionsObject(options);
  const unknown = Object.keys(options as object).find((name) => !known.includes(name));
  if (unknown !== undefined) throw metaError(messages.unknownOption(unknown, known));
}

/** Refuses (`OPTION_OUT_OF_RANGE`) numbers that make no sense as options. */
export function checkNumbers({ correlation, level, power }: Required<DependenceOptions>): void {
  const refuse = (option: string, found: unknown, allowed: string) =>
    metaError(messages.outOfRange(option, found, allowed));
  if (!(correlation >= 0 && correlation < 1)) throw refuse("correlation", correlation, "a number from 0 up to 1");
  if (!(level > 0 && level < 1)) throw refuse("level", level, "a number between 0 and 1");
  if (!(power >= 0.5 && power < 1)) throw refuse("power", power, "a number from 0.5 up to 1");
}
