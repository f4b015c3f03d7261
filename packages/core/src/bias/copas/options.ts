import { check, checkLevel, finite } from "../../errors/check.js";
import { checkOptionNames } from "../../errors/checkOptionNames.js";

/** The grid of a Copas selection model and its levels. */
export interface CopasOptions {
  /** Values of γ₀; `points` from strong to hardly any selection unless given. */
  readonly gamma0?: readonly number[];
  /** Values of γ₁ ≥ 0; `points` from 0 upwards unless given. */
  readonly gamma1?: readonly number[];
  /** Values of each where none are given; 10 unless said. */
  readonly points?: number;
  /** Residual asymmetry above this p counts as explained; 0.1 unless given. */
  readonly asymmetryLevel?: number;
  /** 0.95 unless given. */
  readonly level?: number;
}

export interface ResolvedCopas {
  readonly gamma0: readonly number[];
  readonly gamma1: readonly number[];
  readonly asymmetryLevel: number;
  readonly level: number;
}

const known = ["gamma0", "gamma1", "points", "asymmetryLevel", "level"];
const MAX_POINTS = 100;
/** Normal quantiles of a probability of publication of 0.1 and of 0.999. */
const RARE = -1.2815515655446004;
const SURE = 3.090232306167813;

/**
 * Where the study with the largest standard error is published with probability 0.1 and the one with the smallest with
 * 0.999, γ₁ is as large and γ₀ as small as in the grid; the largest γ₀ leaves nearly all of them published.
 */
export function resolveCopas(options: CopasOptions, s: Float64Array): ResolvedCopas {
  checkOptionNames(options, known, { ngrid: "points", "gamma0.range": "gamma0", "gamma1.range": "gamma1" });
  const { gamma0, gamma1, points = 10, asymmetryLevel = 0.1, level = 0.95 } = options;
  checkLevel(level);
  check({ asymmetryLevel }, (p) => p > 0 && p < 1, "a probability between 0 and 1");
  check({ points }, (n) => Number.isInteger(n) && n >= 2 && n <= MAX_POINTS, `a whole number from 2 to ${MAX_POINTS}`);
  const widest = s.reduce((most, each) => Math.max(most, each));
  const narrowest = s.reduce((least, each) => Math.min(least, each));
  const steepest = (SURE - RARE) / (1 / narrowest - 1 / widest);
  const choices = {
    gamma0: gamma0 ?? spaced(RARE - steepest / widest, SURE, points),
    gamma1: gamma1 ?? spaced(0, steepest, points),
  };
  for (const value of choices.gamma0) finite({ gamma0: value });
  for (const value of choices.gamma1)
    check({ gamma1: value }, (each) => each >= 0 && Number.isFinite(each), "a number of at least 0");
  check(
    { "gamma0 × gamma1": choices.gamma0.length * choices.gamma1.length },
    (n) => n > 0,
    "at least one value of each",
  );
  return { ...choices, asymmetryLevel, level };
}

function spaced(from: number, to: number, n: number): readonly number[] {
  return Array.from({ length: n }, (_, i) => from + ((to - from) * i) / (n - 1));
}
