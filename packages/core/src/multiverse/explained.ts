import { quantileSorted } from "simple-statistics";
import type { Dimension } from "./dimensions.js";
import type { ExplainedByDimension, FittedSpecification } from "./result.js";

/** Estimates that differ by no more than so small a part of the largest differ by rounding alone. */
const ROUNDING = 1e-12;

/**
 * How much of the variance of the estimates lies between the means of a dimension's options:
 *
 *   η² = Σₒ nₒ (ȳₒ − ȳ)² / Σᵢ (yᵢ − ȳ)²,   n the specifications with option o, ȳₒ their mean
 *
 * Each dimension by itself, whatever the others: the shares sum to less than 1 where choices act together, and to any
 * number where refused combinations leave the options of one dimension beside different ones of another.
 */
export function explained(
  specifications: readonly FittedSpecification[],
  { name, options }: Dimension,
): ExplainedByDimension {
  const groups = options
    .map(({ label }) => ({
      option: label,
      estimates: specifications.flatMap(({ choices, estimate }) => (choices[name] === label ? estimate : [])),
    }))
    .filter(({ estimates }) => estimates.length > 0);
  return {
    dimension: name,
    share: groups.length < 2 ? null : etaSquared(groups.map(({ estimates }) => estimates)),
    options: groups.map(({ option, estimates }) => ({
      option,
      specifications: estimates.length,
      median: quantileSorted(
        estimates.toSorted((a, b) => a - b),
        0.5,
      ),
    })),
  };
}

function etaSquared(groups: readonly (readonly number[])[]): number | null {
  const size = groups.flat().reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  if (size === 0) return null;
  const scaled = groups.map((group) => group.map((value) => value / size));
  const all = scaled.flat();
  const [least, most] = [Math.min, Math.max].map((extreme) => all.reduce((a, b) => extreme(a, b)));
  if (most! - least! <= ROUNDING) return null;
  const centre = mean(all);
  const between = sum(scaled.map((group) => group.length * (mean(group) - centre) ** 2));
  const within = sum(scaled.map((group) => squaresAbout(mean(group), group)));
  return between / (between + within);
}

function squaresAbout(centre: number, values: readonly number[]): number {
  return sum(values.map((value) => (value - centre) ** 2));
}

function mean(values: readonly number[]): number {
  return sum(values) / values.length;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
