import type { Arm, PublishedContrast } from "../schema/rows.js";
import type { Comparison } from "./comparison.js";

/** A printed difference between arms of the two sides; `exchanged` where it is comparator minus treatment. */
export interface SidedContrast {
  readonly row: PublishedContrast;
  readonly armsA: readonly Arm[];
  readonly armsB: readonly Arm[];
  readonly exchanged: boolean;
}

/** The printed differences of the question's outcome whose arms all stand on the two sides, one group on each. */
export function contrastSides({ contrasts, question, armsA, armsB }: Comparison): readonly SidedContrast[] {
  return contrasts
    .filter(({ outcome }) => outcome === question.outcome)
    .flatMap((row): readonly SidedContrast[] => {
      const first = { a: among(row.armsA, armsA), b: among(row.armsA, armsB) };
      const second = { a: among(row.armsB, armsA), b: among(row.armsB, armsB) };
      if (first.a !== null && second.b !== null) return [{ row, armsA: first.a, armsB: second.b, exchanged: false }];
      if (second.a !== null && first.b !== null) return [{ row, armsA: second.a, armsB: first.b, exchanged: true }];
      return [];
    });
}

/** The arms of these names, or null where there is none or one of them is not among `arms`. */
function among(names: readonly string[], arms: readonly Arm[]): readonly Arm[] | null {
  const found = arms.filter(({ arm }) => names.includes(arm));
  return found.length > 0 && found.length === names.length ? found : null;
}
