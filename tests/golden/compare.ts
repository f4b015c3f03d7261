import { sampleVariance } from "simple-statistics";
import { type Answer, type Expected, type GoldenCase, notImplemented, peerInexact } from "./goldenCase.ts";

export interface Failure {
  readonly id: string;
  /** Where in `expected`: "tests.knha.ci.0". */
  readonly path: string;
  readonly got: unknown;
  readonly expected: number | string | null;
}

export interface Comparison {
  readonly compared: number;
  readonly notImplemented: number;
  readonly peerInexact: number;
  /** Largest relative error of the numbers compared. */
  readonly worst: number;
  readonly failures: readonly Failure[];
}

/** Compares every number of a case. */
export function compare(golden: GoldenCase, answer: Answer): Comparison {
  const failures: Failure[] = [];
  let compared = 0;
  let missing = 0;
  let inexact = 0;
  let worst = 0;

  const visit = (expected: Expected, got: Answer, path: readonly string[]): void => {
    if (got === notImplemented) {
      missing += leaves(expected);
    } else if (got === peerInexact) {
      inexact += leaves(expected);
    } else if (isStructure(expected)) {
      for (const [key, part] of Object.entries(expected)) visit(part, partOf(got, key), [...path, key]);
    } else if (isText(expected)) {
      compared += 1;
      if (got !== expected) failures.push({ id: golden.id, path: path.join("."), got: got ?? null, expected });
    } else {
      const value = numberOf(expected);
      compared += 1;
      const error = relativeError(value, got);
      if (error <= tolerance(golden, path, value)) worst = Math.max(worst, error);
      else failures.push({ id: golden.id, path: path.join("."), got: got ?? null, expected: value });
    }
  };
  visit(golden.expected, answer, []);
  return { compared, notImplemented: missing, peerInexact: inexact, worst, failures };
}

/** Relative where the number is not 0; Infinity where one of the two is no number and the other is. */
function relativeError(expected: number | null, got: Answer): number {
  if (expected === null) return got === null ? 0 : Number.POSITIVE_INFINITY;
  if (typeof got !== "number" || Number.isNaN(got)) return Number.POSITIVE_INFINITY;
  if (got === expected) return 0;
  if (!Number.isFinite(expected)) return Number.POSITIVE_INFINITY;
  return Math.abs(got - expected) / (expected === 0 ? 1 : Math.abs(expected));
}

/**
 * The tolerance as a relative error. Closed forms agree to 1e-8, the digits to which R itself was checked; interval ends
 * found by root finding, numbers of the ill-conditioned data sets and p-values below 1e-100 to 1e-6.
 */
function tolerance({ id, tol, input }: GoldenCase, path: readonly string[], expected: number | null): number {
  const size = Math.abs(expected ?? 0) || 1;
  const isRough = /nasty-(7|8|13|14)/.test(id) || /^QP_/.test(path[0] ?? "") || size < 1e-100;
  const relative = tol === undefined ? (isRough ? 1e-6 : 1e-8) : tol / Math.min(1, size);
  const absolute = Math.max(1e-15, ...path.map((key) => atBoundary[key]?.(spreadOf(input), size) ?? 0));
  return Math.max(relative, absolute / size);
}

/** How far from 0 R's iterations may stop where τ² is 0, given the variance of the effects. */
const atBoundary: Readonly<Record<string, (variance: number, size: number) => number>> = {
  tau2: (variance) => 1e-9 * variance,
  tau: (variance, size) => (size ** 2 <= 1e-9 * variance ? Math.sqrt(1e-9 * variance) : 0),
  I2: () => 1e-8,
  Rb: () => 1e-10,
};

function spreadOf({ yi }: GoldenCase["input"]): number {
  return Array.isArray(yi) && yi.length > 1 ? sampleVariance(yi) : 0;
}

function isStructure(expected: Expected): expected is readonly Expected[] | { readonly [key: string]: Expected } {
  return typeof expected === "object" && expected !== null;
}

function partOf(got: Answer, key: string): Answer {
  if (got === null) return null;
  return typeof got === "object" ? (got as Readonly<Record<string, Answer>>)[key] : undefined;
}

/** A name; the infinities are numbers. */
function isText(expected: Expected): expected is string {
  return typeof expected === "string" && !/^-?Infinity$/.test(expected);
}

/** R's true is 1, its false 0. */
function numberOf(expected: number | boolean | string | null): number | null {
  return typeof expected === "string" || typeof expected === "boolean" ? Number(expected) : expected;
}

function leaves(expected: Expected): number {
  return isStructure(expected) ? Object.values(expected).reduce<number>((sum, part) => sum + leaves(part), 0) : 1;
}
