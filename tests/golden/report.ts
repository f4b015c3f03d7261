import Table from "cli-table3";
import type { SuiteReport } from "./runCases.ts";

const SHOWN = 5;

/** A table of the suites, the first failures of each, and a last line that sums up. */
export function describeReport(suites: readonly SuiteReport[]): string {
  const table = new Table({
    head: ["suite", "cases", "compared", "failed", "worst relative error", "not implemented", "R inexact"],
    colAligns: ["left", "right", "right", "right", "right", "right", "right"],
    style: { head: [], border: [], compact: true },
  });
  for (const { suite, cases, compared, failed, worst, notImplemented, peerInexact } of suites)
    table.push([
      suite,
      cases,
      compared,
      failed,
      compared === 0 ? "" : worst.toExponential(1),
      notImplemented,
      peerInexact,
    ]);
  const failures = suites.flatMap(({ failures: all }) => [
    ...all.slice(0, SHOWN).map(({ id, path, got, expected }) => `${id} ${path}: got ${got}, expected ${expected}`),
    ...(all.length > SHOWN ? [`… and ${all.length - SHOWN} more`] : []),
  ]);
  const total = (of: (suite: SuiteReport) => number) => suites.reduce((sum, suite) => sum + of(suite), 0);
  const last = `${total(({ cases }) => cases)} cases: ${total(({ compared }) => compared)} numbers compared, ${total(({ failed }) => failed)} failed, ${total(({ notImplemented }) => notImplemented)} not implemented`;
  return [table.toString(), ...failures, last].join("\n");
}
