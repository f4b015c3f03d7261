import type { Events } from "../../effects/events.js";
import { logGamma } from "../../numerics/gamma.js";
import { rankTest } from "./rankTest.js";
import { untestable } from "./result.js";
import type { EventsTest } from "./test.js";

/**
 * Schwarzer's test for sparse data: Kendall's rank correlation of (a − E)/√V with 1/V, where E and V are mean and
 * variance of the events in group 1 given the margins (non-central hypergeometric) at the Mantel-Haenszel odds ratio.
 *
 * Schwarzer, Antes & Schumacher 2007, Statistics in Medicine 26:721-733.
 */
export const schwarzer: EventsTest<"Schwarzer"> = {
  id: "Schwarzer",
  label: "Schwarzer's rank test for sparse data",
  citation: "Schwarzer, Antes & Schumacher 2007, Statistics in Medicine 26:721-733",
  rows: "events",
  needsEffects: false,
  minimumK: 3,
  compute(tables, _, { exact }) {
    const logOddsRatio = mantelHaenszelLogOdds(tables);
    if (!Number.isFinite(logOddsRatio)) return untestable("The Mantel-Haenszel odds ratio is 0 or infinite.");
    const cells = tables.map((table) => ({ a: table.a, ...momentsOfCell(table, logOddsRatio) }));
    return rankTest(
      Float64Array.from(cells, ({ a, mean, variance }) => (a - mean) / Math.sqrt(variance)),
      Float64Array.from(cells, ({ variance }) => 1 / variance),
      { exact },
    );
  },
};

/** ln(Σ(ad/N)/Σ(bc/N)) */
function mantelHaenszelLogOdds(tables: readonly Events[]): number {
  let [R, S] = [0, 0];
  for (const { a, n1, c, n2 } of tables) {
    R += (a * (n2 - c)) / (n1 + n2);
    S += ((n1 - a) * c) / (n1 + n2);
  }
  return Math.log(R / S);
}

/**
 * Mean and variance of the non-central hypergeometric distribution: weights C(n₁, x) C(n₂, m − x) ψˣ, from their
 * largest.
 */
function momentsOfCell({ a, n1, c, n2 }: Events, logOddsRatio: number) {
  const m = a + c;
  const first = Math.max(0, m - n2);
  const logs = Float64Array.from(
    { length: Math.min(n1, m) - first + 1 },
    (_, i) => logChoose(n1, first + i) + logChoose(n2, m - first - i) + (first + i) * logOddsRatio,
  );
  const largest = logs.reduce((most, each) => Math.max(most, each), Number.NEGATIVE_INFINITY);
  let [total, mean, square] = [0, 0, 0];
  for (const [i, log] of logs.entries()) {
    const weight = Math.exp(log - largest);
    if (weight === 0) continue;
    total += weight;
    const step = first + i - mean;
    mean += (weight / total) * step;
    square += weight * step * (first + i - mean);
  }
  return { mean, variance: square / total };
}

function logChoose(n: number, x: number): number {
  return logGamma(n + 1) - logGamma(x + 1) - logGamma(n - x + 1);
}
