import { warningMessages as texts } from "../../errors/messages.js";
import type { BoxedMinimum } from "../../numerics/minimiseInBox.js";
import type { Warning } from "../../pool/result.js";
import type { ResolvedSelection } from "./options.js";
import type { Problem } from "./problem.js";
import type { StepInterval } from "./result.js";

/** What a reader must know of a selection model that asked too much of its studies. */
export function selectionWarnings(
  { x, converged, iterations }: BoxedMinimum,
  { box }: Problem,
  {
    choices: { parameters },
    intervals,
    condition,
  }: { choices: ResolvedSelection; intervals: readonly StepInterval[]; condition: number | null },
): readonly Warning[] {
  const names = ["μ", "τ²", ...parameters.flatMap(({ held }, j) => (held === null ? [`δ${j + 1}`] : []))];
  const isOpen = (i: number) => box.lower[i] !== box.upper[i];
  const atBound = names.filter((_, i) => isOpen(i) && (x[i] === box.upper[i] || (i === 0 && x[i] === box.lower[i])));
  const isEstimated = (j: number) =>
    j === 0 ? parameters.some(({ held }) => held === null) : parameters[j]?.held === null;
  const empty = intervals.filter(({ studies }, j) => studies === 0 && isEstimated(j));
  return [
    ...(empty.length > 0 ? [texts.emptyIntervals({ intervals: empty.map(({ from, to }) => `(${from}, ${to}]`) })] : []),
    ...(atBound.length > 0 ? [texts.searchBound({ parameters: atBound })] : []),
    ...(converged ? [] : [texts.searchNotConverged({ iterations })]),
    ...(converged && condition === null ? [texts.notIdentified()] : []),
  ];
}
