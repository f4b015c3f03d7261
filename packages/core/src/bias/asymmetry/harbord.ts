import { dispersedLine } from "./line.js";
import type { EventsTest } from "./test.js";

/**
 * Harbord's test: regression of the score Z/V on 1/√V with weights V, from the efficient score Z = a − m n₁/N of the
 * log odds ratio and its variance V = n₁n₂m(N − m)/(N²(N − 1)), m events in both groups; unlike the standard error of
 * the log odds ratio, V does not depend on the effect.
 *
 * Harbord, Egger & Sterne 2006, Statistics in Medicine 25:3443-3457.
 */
export const harbord: EventsTest<"Harbord"> = {
  id: "Harbord",
  label: "Harbord's score test",
  citation: "Harbord, Egger & Sterne 2006, Statistics in Medicine 25:3443-3457",
  rows: "events",
  needsEffects: false,
  minimumK: 3,
  compute(tables, _, { level }) {
    const scores = tables.map(({ a, n1, c, n2 }) => {
      const [N, m] = [n1 + n2, a + c];
      return { Z: a - (m * n1) / N, V: (n1 * n2 * m * (N - m)) / (N * N * (N - 1)) };
    });
    return dispersedLine(
      {
        x: Float64Array.from(scores, ({ V }) => 1 / Math.sqrt(V)),
        y: Float64Array.from(scores, ({ Z, V }) => Z / V),
        w: Float64Array.from(scores, ({ V }) => V),
      },
      { limit: true, level },
    );
  },
};
