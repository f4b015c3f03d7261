import type { Trust } from "../schema/kinds.js";
import type { Sourced } from "../schema/rows.js";
import type { EffectSource } from "./question.js";

/** An effect before its sign is set and its name given: A minus B in the scale's own direction. */
export interface Draft {
  readonly yi: number;
  readonly vi: number;
  /** Patients of either side, where both are known. */
  readonly n: { readonly a: number; readonly b: number } | null;
  readonly armsA: readonly string[];
  readonly armsB: readonly string[];
  readonly source: EffectSource | "responders";
  readonly scale: string;
  readonly week: number;
  readonly better: "lower" | "higher";
  readonly rows: readonly (Sourced & { readonly trust: Trust })[];
  readonly rules: readonly string[];
  readonly assumptions: readonly string[];
}
