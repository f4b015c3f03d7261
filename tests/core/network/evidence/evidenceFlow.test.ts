import { compareTreatments, evidenceFlow, hatMatrix, network, networkTau2Estimators } from "@acumeta/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { expectNear } from "../../../properties/near.ts";
import { faults } from "../../faults.ts";
import { product } from "../dense.ts";
import { networks } from "../randomNetworks.ts";
import { fitLoop, withFourArms, withNegativeWeight } from "./loop.ts";

const methods = Object.keys(networkTau2Estimators) as (keyof typeof networkTau2Estimators)[];

describe("the flow of evidence", () => {
  test("of a loop goes both ways by their information", () => {
    const { comparisons, meanPathLength, minimalParallelism, designs } = evidenceFlow(fitLoop(), "A", "B");
    const flows = comparisons.map(({ treatment, against, flow }) => [treatment, against, Number(flow.toFixed(12))]);
    expect(flows).toEqual([
      ["A", "B", 0.666666666667],
      ["A", "C", 0.333333333333],
      ["C", "B", 0.333333333333],
      ["B", "D", 0],
    ]);
    expectNear(meanPathLength, 2 / 3 + 2 / 3);
    expectNear(minimalParallelism, 1.5);
    expect(designs.map(({ treatments }) => treatments.join())).toEqual(["A,B", "A,C", "B,C", "B,D"]);
  });

  test("of a trial alone is as long as one comparison, of whatever arms", () => {
    const { meanPathLength, minimalParallelism, designs } = evidenceFlow(network(withFourArms.slice(4)), "B", "D");
    expectNear(meanPathLength, 1);
    expectNear(minimalParallelism, 1);
    designs[0]!.arms.forEach((factor, i) => {
      expectNear(factor, [0, 1, 0, -1][i]!, { unit: 1 });
    });
  });

  test("leaves one treatment and arrives at the other", () => {
    fc.assert(
      fc.property(networks, fc.constantFrom(...methods), (effects, tau2) => {
        const fit = network(effects, { tau2 });
        const { designs, comparisons, meanPathLength, minimalParallelism } = evidenceFlow(fit, "b", "a");
        for (const { name } of fit.treatments) {
          const wanted = name === "b" ? 1 : name === "a" ? -1 : 0;
          const throughDesigns = designs.reduce((sum, { treatments, arms }) => {
            const place = treatments.indexOf(name);
            return sum + (place === -1 ? 0 : arms[place]!);
          }, 0);
          const alongComparisons = comparisons.reduce(
            (sum, { treatment, against, flow }) => sum + flow * (Number(treatment === name) - Number(against === name)),
            0,
          );
          expectNear(throughDesigns, wanted, { unit: 1 });
          expectNear(alongComparisons, wanted, { unit: 1 });
        }
        expect(meanPathLength).toBeGreaterThan(1 - 1e-9);
        expect(minimalParallelism).toBeGreaterThan(1 - 1e-9);
        expect(minimalParallelism).toBeLessThanOrEqual(designs.length + 1e-9);
      }),
    );
  });

  test("is that of the other direction, turned", () => {
    const fit = network(withFourArms);
    const there = evidenceFlow(fit, "A", "C");
    const back = evidenceFlow(fit, "C", "A");
    expectNear(back.meanPathLength, there.meanPathLength);
    there.designs.forEach(({ arms }, d) => {
      arms.forEach((factor, i) => {
        expectNear(back.designs[d]!.arms[i]!, -factor, { unit: 1 });
      });
    });
  });

  test("is refused to treatments that are not in the network, and to junk", () => {
    expect(() => evidenceFlow(fitLoop(), "A", "E")).toThrow("UNKNOWN_TREATMENT");
    expect(() => evidenceFlow(fitLoop(), "A", "A")).toThrow("SELF_COMPARISON");
    expect(() => evidenceFlow([] as never, "A", "B")).toThrow("NOT_A_NETWORK");
  });
});

describe("the hat matrix", () => {
  test("by hand", () => {
    const { rows, matrix } = hatMatrix(fitLoop());
    expect(rows.map(({ treatment, against, study }) => [treatment, against, study])).toEqual([
      ["A", "B", null],
      ["A", "C", null],
      ["B", "C", null],
      ["B", "D", null],
    ]);
    [2 / 3, 1 / 3, -1 / 3, 0].forEach((factor, j) => {
      expectNear(matrix[0]![j]!, factor, { unit: 1 });
    });
  });

  test.each(["pair", "comparison"] as const)(
    "by %s projects, with leverages that sum to the treatments less 1",
    (by) => {
      fc.assert(
        fc.property(networks, fc.constantFrom(...methods), (effects, tau2) => {
          const fit = network(effects, { tau2 });
          const { matrix, rows } = hatMatrix(fit, { by });
          const square = product(matrix, matrix);
          matrix.forEach((row, i) => {
            row.forEach((factor, j) => {
              expectNear(square[i]![j]!, factor, { unit: 1 });
            });
          });
          const total = rows.reduce((sum, { leverage }) => sum + leverage, 0);
          expectNear(total, fit.treatments.length - 1);
          expect(faults(hatMatrix(fit, { by }))).toEqual([]);
        }),
        { numRuns: 50 },
      );
    },
  );

  test("gives the fitted values, of comparisons and of pairs of treatments", () => {
    for (const effects of [withFourArms, withNegativeWeight]) {
      const fit = network(effects, { tau2: "DL" });
      const long = hatMatrix(fit, { by: "comparison" });
      const y = fit.contrasts.map(({ yi }) => [yi]);
      product(long.matrix, y).forEach(([fitted], i) => {
        expectNear(fitted!, fit.contrasts[i]!.fitted, { unit: 1 });
      });
      const short = hatMatrix(fit);
      const means = short.rows.map(({ treatment, against }) => {
        const own = fit.contrasts.filter(
          ({ treat1, treat2 }) => [treat1, treat2].sort().join() === [treatment, against].sort().join(),
        );
        const total = own.reduce((sum, { weight }) => sum + weight, 0);
        return [
          own.reduce((sum, { treat1, yi, weight }) => sum + weight * (treat1 === treatment ? yi : -yi), 0) / total,
        ];
      });
      product(short.matrix, means).forEach(([estimate], i) => {
        const { treatment, against } = short.rows[i]!;
        expectNear(estimate!, compareTreatments(fit, treatment, against).estimate, { unit: 1 });
      });
    }
  });

  test("refuses what it does not know", () => {
    expect(() => hatMatrix(fitLoop(), { by: "trial" } as never)).toThrow("UNKNOWN_CHOICE");
    expect(() => hatMatrix(fitLoop(), { type: "short" } as never)).toThrow("Did you mean by?");
    expect(() => hatMatrix(null as never)).toThrow("NOT_A_NETWORK");
  });
});
