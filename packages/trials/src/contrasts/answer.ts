import type { Effect } from "@acumeta/core";
import type { Question } from "./question.js";

/** How an effect came out of the tables: enough to redo it by hand. */
export interface Provenance {
  readonly trialId: string;
  readonly armsA: readonly string[];
  readonly armsB: readonly string[];
  readonly source: "endpoint" | "change" | "contrast" | "responders";
  readonly scale: string;
  /** null where the paper printed no week. */
  readonly week: number | null;
  readonly trust: "high" | "medium" | "low";
  /** Rows of the tables that were used. */
  readonly rows: readonly { readonly file: string; readonly line: number; readonly sourceUrl: string }[];
  /** The formula or conversion rules applied, in order. */
  readonly rules: readonly string[];
  /** What had to be assumed ("n randomised used for n analysed"). */
  readonly assumptions: readonly string[];
}

/** An effect of a trial with its provenance; goes into `pool()` as it is. */
export interface TrialEffect extends Effect {
  /** Patients of the first-named treatment and of the other, where known. */
  readonly n1?: number;
  readonly n2?: number;
  readonly arms: readonly string[];
  readonly provenance: Provenance;
}

/** A trial that does not answer a question, and the reason why. */
export interface NotUsed {
  readonly trialId: string;
  readonly code: string;
  readonly reason: string;
}

/** The trials' answer to a question: effects to pool, and every other trial with a reason. */
export interface Answer {
  readonly question: Question;
  readonly effects: readonly TrialEffect[];
  readonly notUsed: readonly NotUsed[];
}
