import { blups, cumulative, influence, leaveOneOut, pool, type Refit } from "@acumeta/core";
import { type Adapter, type Answer, type GoldenCase, notImplemented, peerInexact } from "../goldenCase.ts";
import { effectsOf, isTau2 } from "./pairwise.ts";

/** What there is of each study. */
const column =
  <Row>(rows: readonly Row[]) =>
  <T>(of: (row: Row) => T): readonly T[] =>
    rows.map(of);

function refits(rows: readonly Refit[]) {
  const each = column(rows);
  return {
    estimate: each(({ estimate }) => estimate),
    se: each(({ se }) => se),
    tau2: each(({ tau2 }) => tau2),
    Q: each(({ Q }) => Q),
    I2: each(({ I2 }) => I2),
  };
}

const theirs = ({ expected }: GoldenCase, part: "blup" | "influence", key: string) =>
  (expected[part] as Readonly<Record<string, readonly number[]>> | undefined)?.[key] ?? [];

/**
 * A limit near 0 is a difference of two far larger numbers, in which the last digits of τ² show. For raudenbush1985/REML,
 * study 10, 50 digits give −1.81929479918e-5, as we have it; R's τ² is off by 1.5e-14 and its limit by 4e-13.
 */
function limits(golden: GoldenCase, key: "pi_lb" | "pi_ub", rows: readonly { bound: number; size: number }[]): Answer {
  const expected = theirs(golden, "blup", key);
  return rows.map(({ bound, size }, i) => {
    const isCancelled = Math.abs(bound) < 1e-4 * size;
    return isCancelled && Math.abs(bound - expected[i]!) < 1e-11 * size ? peerInexact : bound;
  });
}

/** Effects that are all the same (nasty-5) move nothing, exactly; R divides its rounding, 1e-16, by a standard error. */
function moves(golden: GoldenCase, key: "dffits" | "dfbetas", ours: readonly number[]): Answer {
  const expected = theirs(golden, "influence", key);
  const { yi } = golden.input as { yi: readonly number[] };
  const isSame = yi.every((y) => y === yi[0]);
  return ours.map((move, i) => (isSame && move === 0 && Math.abs(expected[i]!) < 1e-14 ? peerInexact : move));
}

const diagnostics: Adapter = (golden) => {
  const { method } = golden.options;
  if (!isTau2(method)) return notImplemented;
  const effects = effectsOf(golden);
  const options = { tau2: method, interval: "z" } as const;
  const predicted = column(blups(pool(effects, options)).studies);
  const studies = column(influence(effects, options).studies);
  return {
    leave1out: refits(leaveOneOut(effects, options)),
    cumul: refits(cumulative(effects, options)),
    blup: {
      pred: predicted(({ estimate }) => estimate),
      se: predicted(({ se }) => se),
      pi_lb: limits(
        golden,
        "pi_lb",
        predicted(({ lower, estimate }) => ({ bound: lower, size: Math.abs(estimate) })),
      ),
      pi_ub: limits(
        golden,
        "pi_ub",
        predicted(({ upper, estimate }) => ({ bound: upper, size: Math.abs(estimate) })),
      ),
    },
    rstandard: { se: studies(({ residualSe }) => residualSe), z: studies(({ rstandard }) => rstandard) },
    influence: {
      rstudent: studies(({ rstudent }) => rstudent),
      dffits: moves(
        golden,
        "dffits",
        studies(({ dffits }) => dffits),
      ),
      cook_d: studies(({ cooksD }) => cooksD),
      cov_r: studies(({ covRatio }) => covRatio),
      hat: studies(({ hat }) => hat),
      dfbetas: moves(
        golden,
        "dfbetas",
        studies(({ dfbetas }) => dfbetas),
      ),
      is_infl: studies(({ influential }) => Number(influential)),
    },
  };
};

export const diagnosticsAdapters: Readonly<Record<string, Adapter>> = { "pairwise.diagnostics": diagnostics };
