import type { Registered } from "@acumeta/core";
import type { ComparatorName, ModifierName } from "@acumeta/trials";

/** A built-in question: does this modify the effect of acupuncture? */
export interface ModifierQuestion<Id extends string = string> extends Registered<Id> {
  /** The formula of its model, over the columns that `withModifiers` of @acumeta/trials gives, and `untreated`. */
  readonly moderators: string;
  /** The moderator that is asked about; any other stands beside it only to compare like with like. */
  readonly modifier: ModifierName | "condition";
  /** What is not known of an effect that is left out: "where the sham was". */
  readonly asks: string;
  /** What acupuncture is compared with in the effects that answer. */
  readonly against: readonly ComparatorName[];
  /** Several arms of one side: combined to one group, or one effect for each pair. */
  readonly arms: "combine" | "separate";
  /** Of a number: by how much more of it the effect is told to differ, "5 more sessions". */
  readonly step: { readonly size: number; readonly unit: string } | null;
  /** The level with which others are compared; unless given, or where it is not among the trials, the one of most trials. */
  readonly reference: string | null;
  /** What a sentence calls the levels: "against sham". */
  readonly words: Readonly<Record<string, string>>;
}
