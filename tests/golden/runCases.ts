import { adapters } from "./adapters/index.ts";
import { compare, type Failure } from "./compare.ts";
import { type GoldenCase, notImplemented } from "./goldenCase.ts";

export interface SuiteReport {
  readonly suite: string;
  readonly cases: number;
  /** Numbers compared. */
  readonly compared: number;
  /** Numbers that differ. */
  readonly failed: number;
  /** Largest relative error of the numbers that agree. */
  readonly worst: number;
  /** Numbers not compared because acumeta does not compute them yet. */
  readonly notImplemented: number;
  /** Numbers not compared because R's own are off. */
  readonly peerInexact: number;
  readonly failures: readonly Failure[];
}

/** Runs every case and sums up by suite, in the order in which suites first come. */
export function runCases(cases: readonly GoldenCase[]): readonly SuiteReport[] {
  const bySuite = new Map<string, GoldenCase[]>();
  for (const golden of cases) bySuite.set(golden.suite, [...(bySuite.get(golden.suite) ?? []), golden]);
  return [...bySuite].map(([suite, ofSuite]) => runSuite(suite, ofSuite));
}

function runSuite(suite: string, cases: readonly GoldenCase[]): SuiteReport {
  const adapter = Object.hasOwn(adapters, suite) ? adapters[suite] : undefined;
  const comparisons = cases.map((golden) => {
    try {
      return compare(golden, adapter === undefined ? notImplemented : adapter(golden));
    } catch (error) {
      const failure = { id: golden.id, path: "", got: String(error), expected: null };
      return { compared: 1, notImplemented: 0, peerInexact: 0, worst: 0, failures: [failure] };
    }
  });
  const failures = comparisons.flatMap((one) => one.failures);
  return {
    suite,
    cases: cases.length,
    compared: comparisons.reduce((sum, one) => sum + one.compared, 0),
    failed: failures.length,
    worst: Math.max(0, ...comparisons.map(({ worst }) => worst)),
    notImplemented: comparisons.reduce((sum, one) => sum + one.notImplemented, 0),
    peerInexact: comparisons.reduce((sum, one) => sum + one.peerInexact, 0),
    failures,
  };
}
