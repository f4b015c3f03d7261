import { meanDifference, standardizedMeanDifference } from "@acumeta/core";
import { admit } from "./admit.js";
import { type Candidate, chooseCell } from "./chooseCell.js";
import type { Comparison } from "./comparison.js";
import { contrastSides, type SidedContrast } from "./contrastSides.js";
import type { Draft } from "./draft.js";
import { assumptions, rules } from "./messages.js";
import { passedOver } from "./passedOver.js";
import { type PrintedDifference, printedDifference } from "./printedDifference.js";
import type { Question } from "./question.js";
import { type RebuiltGroups, rebuildGroups } from "./rebuildGroups.js";
import { isRefusal, type NoEffect, type Refusal, sift } from "./refusal.js";

type Measure = Question["measure"];

/**
 * An effect from a difference that the paper printed, for papers that print no arms: the one nearest the target
 * week; of several at that week those of most arms, then the first in the file, joined by others of other arms
 * where they can be combined ({@link rebuildGroups}). Ratios and SMDs are used as printed.
 */
export function fromContrast(comparison: Comparison): Draft | NoEffect {
  const { question, better } = comparison;
  const { kept, refused } = sift(
    contrastSides(comparison),
    (sided: SidedContrast): Candidate<PrintedDifference> | Refusal => {
      const { row } = sided;
      const place = admit(row, question);
      if (isRefusal(place)) return place;
      const value = printedDifference(sided, question.measure, better(row.scale));
      return isRefusal(value) ? value : { ...place, armsA: value.armsA, armsB: value.armsB, value };
    },
  );
  const cell = chooseCell(kept, question.window);
  if (cell === null) return { refusals: refused };
  const differences = cell.candidates
    .map(({ value }) => value)
    .sort((a, b) => b.armsA.length + b.armsB.length - a.armsA.length - a.armsB.length);
  const answer = estimate(differences, question.measure);
  const notes = cell.otherScales.length > 0 ? [assumptions.otherScales(cell.scale, cell.otherScales)] : [];
  const before = passedOver(refused);
  return { ...answer, scale: cell.scale, week: cell.week, assumptions: [...before, ...notes, ...answer.assumptions] };
}

function estimate(differences: readonly PrintedDifference[], measure: Measure): Omit<Draft, "scale" | "week"> {
  const groups = measure === "SMD" || measure === "MD" ? rebuildGroups(differences) : null;
  const used = groups?.used ?? differences.slice(0, 1);
  const unused = differences.length - used.length;
  const effect = groups === null ? asPrinted(differences) : fromGroups(groups, measure);
  return {
    ...effect,
    armsA: unique(used.flatMap(({ armsA }) => armsA)),
    armsB: unique(used.flatMap(({ armsB }) => armsB)),
    source: "contrast",
    better: used[0]?.better ?? "lower",
    rows: used.map(({ row }) => row),
    rules: [...unique(used.flatMap(({ rules }) => rules)), ...effect.rules],
    assumptions: [
      ...unique(used.flatMap(({ assumptions }) => assumptions)),
      ...(groups !== null && measure === "SMD" ? [assumptions.adjusted] : []),
      ...(used.length > 1 ? [assumptions.sharedSd] : []),
      ...(unused > 0 ? [assumptions.otherContrasts(unused)] : []),
    ],
  };
}

function asPrinted([first]: readonly PrintedDifference[]): Pick<Draft, "yi" | "vi" | "n" | "rules"> {
  if (first === undefined) throw new RangeError("no difference to estimate from");
  return { yi: first.estimate, vi: first.se ** 2, n: first.n, rules: [] };
}

function fromGroups({ a, b }: RebuiltGroups, measure: Measure): Pick<Draft, "yi" | "vi" | "n" | "rules"> {
  const groups = { n1: a.n, m1: a.mean, sd1: a.sd, n2: b.n, m2: b.mean, sd2: b.sd };
  const { yi, vi, rules: formula } = measure === "SMD" ? standardizedMeanDifference(groups) : meanDifference(groups);
  return { yi, vi, n: { a: a.n, b: b.n }, rules: [rules.rebuilt, ...formula] };
}

function unique<T>(items: readonly T[]): readonly T[] {
  return [...new Set(items)];
}
