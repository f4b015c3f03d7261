import { seFromCi } from "@acumeta/core";
import { isSymmetric, type Printed } from "../schema/isSymmetric.js";
import type { Better, ContrastMeasure } from "../schema/kinds.js";
import type { PublishedContrast } from "../schema/rows.js";
import type { SidedContrast } from "./contrastSides.js";
import { assumptions, details, rules } from "./messages.js";
import type { Question } from "./question.js";
import { type Refusal, refusal } from "./refusal.js";
import { sampleSize } from "./sampleSize.js";

/** A difference as a paper printed it, made "A minus B" on the scale on which it is pooled. */
export interface PrintedDifference {
  readonly row: PublishedContrast;
  readonly armsA: readonly string[];
  readonly armsB: readonly string[];
  readonly estimate: number;
  readonly se: number;
  /** Patients on each side, where known. */
  readonly n: { readonly a: number; readonly b: number } | null;
  readonly better: Better;
  readonly rules: readonly string[];
  readonly assumptions: readonly string[];
}

/** What a question's measure can use; hazard ratios and differences of medians serve none. */
const usable: Readonly<Record<Question["measure"], readonly ContrastMeasure[]>> = {
  SMD: ["MD", "SMD"],
  MD: ["MD"],
  logRR: ["RR"],
  logOR: ["OR"],
  RD: ["RD%"],
};

/** To the scale of pooling: ratios as logarithms, percentage points as fractions. */
const toPoolingScale: Readonly<Record<ContrastMeasure, (x: number) => number>> = {
  MD: (x) => x,
  SMD: (x) => x,
  MedianD: (x) => x,
  RR: Math.log,
  OR: Math.log,
  HR: Math.log,
  "RD%": (x) => x / 100,
};

/**
 * The estimate and standard error of a printed difference: SE = (upper − lower)/(2q), q the quantile of t with
 * nA + nB − 2 degrees of freedom for a mean difference whose n is known, else the normal one (Cochrane Handbook
 * 6.3.1, 6.5.2.3).
 */
export function printedDifference(
  { row, armsA, armsB, exchanged }: SidedContrast,
  measure: Question["measure"],
  better: Better | null,
): PrintedDifference | Refusal {
  if (!usable[measure].includes(row.measure)) return refusal("WRONG_MEASURE", `${row.measure} of ${row.scale}`);
  if (better === null) return refusal("NO_DIRECTION", row.scale);
  const printed = onPoolingScale(row);
  if (printed === null) return refusal("NO_SPREAD", details.noInterval(row.scale, row.week));
  const sizeA = sampleSize(exchanged ? row.nB : row.nA, armsA);
  const sizeB = sampleSize(exchanged ? row.nA : row.nB, armsB);
  const n = sizeA === null || sizeB === null || sizeA.n + sizeB.n < 4 ? null : { a: sizeA.n, b: sizeB.n };
  if (measure === "SMD" && row.measure === "MD" && n === null) return refusal("NO_N", details.row(row.scale, row.week));
  const { estimate, lower, upper } = printed;
  const df = row.measure === "MD" && n !== null ? { df: n.a + n.b - 2 } : {};
  const { value: se, rule } = seFromCi({ lower, upper, ...df });
  return {
    row,
    armsA: armsA.map(({ arm }) => arm),
    armsB: armsB.map(({ arm }) => arm),
    estimate: exchanged ? -estimate : estimate,
    se,
    n,
    better,
    rules: [rules.published(row.measure), rule, ...(exchanged ? [rules.exchanged] : [])],
    assumptions: [
      ...(sizeA?.assumptions ?? []),
      ...(sizeB?.assumptions ?? []),
      ...(isSymmetric(printed) ? [] : [assumptions.asymmetric(row.scale)]),
    ],
  };
}

/** null without an interval, or where a ratio's interval reaches 0. */
function onPoolingScale({ measure, effect, ciLower, ciUpper }: PublishedContrast): Printed | null {
  if (ciLower === null || ciUpper === null) return null;
  const scaled = toPoolingScale[measure];
  const printed = { estimate: scaled(effect), lower: scaled(ciLower), upper: scaled(ciUpper) };
  return Object.values(printed).every(Number.isFinite) && printed.upper > printed.lower ? printed : null;
}
