import type { Diagnosis } from "@acumeta/core";
import type { Finding } from "../problems/problem.js";

/** Assumptions of a network's comparisons, as they stand in `provenance.assumptions`. */
export const notes = {
  notTogether: (nodes: readonly string[]) =>
    `not reported alike for ${nodes.join(", ")}, which the trial also compares`,
};

export const badNodes = (found: unknown): Diagnosis => ({
  code: "BAD_NODES",
  where: { option: "nodes" },
  found: JSON.stringify(found) ?? String(found),
  allowed: "two or more { name, kinds } of different names, each kind of arm in one of them",
  mend: "Begin with treatmentNodes(), which has every kind.",
});

export const undividedSham = (name: string): Diagnosis => ({
  code: "UNDIVIDED_SHAM",
  where: { option: "nodes" },
  found: `${JSON.stringify(name)}, of which it is not told whether it goes through the skin`,
  allowed: 'shams with penetrating: "yes", "no" or "unknown"',
  mend: "Begin with treatmentNodes({ splitSham: true }).",
});

export const wrongMeasure = (
  measure: unknown,
  { outcome, known }: { readonly outcome: string; readonly known: readonly string[] },
): Diagnosis => ({
  code: "WRONG_MEASURE",
  where: { option: "measure" },
  found: `${JSON.stringify(measure) ?? String(measure)} for arms with ${outcome}`,
  allowed: known.join(", "),
  mend: "Choose one of these, or leave it out.",
});

const error = (code: string, rest: Pick<Finding, "found" | "expected" | "mend">): Finding => ({
  code,
  severity: "error",
  ...rest,
});

/** What is impossible about a row of a network's table. */
export const rowFindings = {
  noVariance: () =>
    error("NO_VARIANCE", {
      found: "neither vi nor se",
      expected: "one of them",
      mend: "Give the standard error (se) or its square (vi).",
    }),
  twoVariances: (vi: number, se: number) =>
    error("TWO_VARIANCES", {
      found: `se ${se} beside vi ${vi}`,
      expected: `vi = se² = ${Number((se ** 2).toPrecision(4))}`,
      mend: "Is vi the standard error? Leave one of the two blank.",
    }),
  noVarianceColumn: () =>
    error("MISSING_COLUMN", {
      found: "neither a column vi nor se",
      expected: "one of them",
      mend: "Add the standard errors (se) or their squares (vi).",
    }),
  selfComparison: (treatment: string) =>
    error("SELF_COMPARISON", {
      found: `${JSON.stringify(treatment)} against itself`,
      expected: "two treatments",
      mend: "Give arms that differ different names, or combine arms of one treatment first.",
    }),
  duplicateComparison: (treat1: string, treat2: string, line: number) =>
    error("DUPLICATE_COMPARISON", {
      found: `${JSON.stringify(treat1)} against ${JSON.stringify(treat2)} again, as in line ${line}`,
      expected: "each pair of arms of a trial once",
      mend: "Give trials that differ different names, and choose one outcome, week and scale for each trial.",
    }),
  duplicateArm: (treatment: string, line: number) =>
    error("DUPLICATE_ARM", {
      found: `${JSON.stringify(treatment)} again, as in line ${line}`,
      expected: "each treatment of a trial once",
      mend: "Combine the two arms, or give treatments that differ different names; trials that differ, too.",
    }),
  loneArm: (study: string) =>
    error("LONE_ARM", {
      found: `the only arm of ${JSON.stringify(study)}`,
      expected: "two arms or more of each trial",
      mend: "Is the name of the study spelled alike in all its arms? Leave out what compares nothing.",
    }),
  noOutcomeColumn: () =>
    error("MISSING_COLUMN", {
      found: "neither columns mean and sd nor events",
      expected: "mean and sd, or events",
      mend: "Add what the arms report.",
    }),
  noOutcome: () =>
    error("NO_OUTCOME", {
      found: "neither a mean nor events",
      expected: "mean and sd, or events",
      mend: "Leave out arms of which nothing is known.",
    }),
  halfOutcome: () =>
    error("HALF_OUTCOME", {
      found: "a mean or an sd alone",
      expected: "both",
      mend: "Give both, or leave out the arm.",
    }),
  tooMany: (events: number, n: number) =>
    error("EVENTS_EXCEED_TOTAL", {
      found: `${events} events among ${n} patients`,
      expected: "events ≤ n",
      mend: events <= 100 ? "Is it a percentage? Give counts." : "Check both columns.",
    }),
  mixedOutcomes: () =>
    error("MIXED_OUTCOMES", {
      found: "means in some arms, events in others",
      expected: "one outcome in all arms",
      mend: "Give each outcome its own file.",
    }),
  noNetwork: () =>
    error("NO_NETWORK", {
      found: "neither treat1 and treat2 nor treatment in the header",
      expected: "study, treat1, treat2, yi, se; or study, treatment, n, mean, sd; or study, treatment, n, events",
      mend: "Name the columns so, one row for each comparison or for each arm.",
    }),
} as const;
