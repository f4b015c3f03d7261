import {
  type ContributionMethodId,
  contributionMatrix,
  contributionMethods,
  evidenceFlow,
  hatMatrix,
  network,
} from "@acumeta/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { expectNear } from "../../../properties/near.ts";
import { faults } from "../../faults.ts";
import { comparison, networks } from "../randomNetworks.ts";
import { fitLoop, withFourArms, withNegativeWeight } from "./loop.ts";

const methods = Object.keys(contributionMethods) as ContributionMethodId[];
const sum = (list: readonly number[]) => list.reduce((total, each) => total + each, 0);

/** Edges with the flow along each. */
type Edges = readonly { readonly from: string; readonly to: string; readonly flow: number }[];

/** Every path from a treatment to another, as places of its edges. */
function pathsOf(edges: Edges, source: string, sink: string): readonly (readonly number[])[] {
  if (source === sink) return [[]];
  return edges.flatMap(({ from, to }, e) =>
    from === source ? pathsOf(edges, to, sink).map((rest) => [e, ...rest]) : [],
  );
}

/** By a list of all paths, each with the product of the shares of its edges in what leaves their treatments. */
function walkedContributions(edges: Edges, source: string, sink: string): readonly number[] {
  const share = edges.map(
    ({ from, flow }) => flow / sum(edges.filter((each) => each.from === from).map((each) => each.flow)),
  );
  const contributions = edges.map(() => 0);
  for (const path of pathsOf(edges, source, sink)) {
    const probability = path.reduce((product, e) => product * share[e]!, 1);
    for (const e of path) contributions[e]! += probability / path.length;
  }
  return contributions;
}

describe.each(methods)("contributions by %s", (method) => {
  test("of a loop by hand: what goes round is shared by both comparisons", () => {
    const { pairs, rows, studies } = contributionMatrix(fitLoop(), { method });
    expect(pairs.map(({ treatment, against }) => `${treatment}${against}`)).toEqual(["AB", "AC", "BC", "BD"]);
    [2 / 3, 1 / 6, 1 / 6, 0].forEach((share, i) => {
      expectNear(rows[0]!.pairs[i]!, share, { unit: 1 });
    });
    // D to A: 2/3 of it in two steps, 1/3 in three.
    const [fromA] = rows.filter(({ treatment, against }) => `${treatment}${against}` === "AD");
    [1 / 3, 1 / 9, 1 / 9, 1 / 3 + 1 / 9].forEach((share, i) => {
      expectNear(fromA!.pairs[i]!, share, { unit: 1 });
    });
    expect(studies).toEqual(["1", "2", "3", "4"]);
    expect(fromA!.studies).toEqual(fromA!.pairs);
  });

  test("sum to 1, none below 0 among trials of independent arms", () => {
    fc.assert(
      fc.property(networks, fc.constantFrom("EE" as const, "DL" as const), (effects, tau2) => {
        const matrix = contributionMatrix(network(effects, { tau2 }), { method });
        expect(faults(matrix)).toEqual([]);
        for (const { pairs, studies } of matrix.rows) {
          for (const shares of [pairs, studies]) {
            expectNear(sum(shares), 1);
            expect(Math.min(...shares)).toBeGreaterThanOrEqual(0);
          }
        }
      }),
      { numRuns: 50 },
    );
  });

  test("of the pair itself are its factor, of longer ways less than theirs", () => {
    fc.assert(
      fc.property(networks, (effects) => {
        const fit = network(effects, { tau2: "EE" });
        const hat = hatMatrix(fit);
        const { rows } = contributionMatrix(fit, { method });
        hat.rows.forEach(({ treatment, against }, i) => {
          const row = rows.find((each) => each.treatment === treatment && each.against === against)!;
          hat.matrix[i]!.forEach((factor, j) => {
            if (i === j) expectNear(row.pairs[j]!, factor, { unit: 1, part: 1e-8 });
            else expect(row.pairs[j]!).toBeLessThanOrEqual(Math.abs(factor) / 2 + 1e-9);
          });
        });
      }),
      { numRuns: 50 },
    );
  });

  test("are those of trials by their weights", () => {
    const twice = [
      comparison("1", "A", "B", 0.1, 0.1),
      comparison("2", "B", "A", 0.2, 0.3),
      comparison("3", "B", "C", 0, 1),
    ];
    const { rows } = contributionMatrix(network(twice, { tau2: "EE" }), { method });
    [0.75, 0.25, 0].forEach((share, i) => {
      expectNear(rows[0]!.studies[i]!, share, { unit: 1 });
    });
    const ofFour = contributionMatrix(network(withFourArms), { method }).rows[0]!;
    expect(ofFour.studies[4]!).toBeGreaterThan(0.3);
  });

  test("sum to 1 where a weight below 0 makes evidence go in circles", () => {
    const fit = network(withNegativeWeight, { tau2: "EE" });
    expect(Math.min(...fit.contrasts.map(({ weight }) => weight))).toBeLessThan(0);
    // More than 1 goes from A to B, and what is too much comes back by C.
    const { comparisons } = evidenceFlow(fit, "A", "B");
    expect(comparisons.map(({ treatment, against }) => treatment + against)).toEqual(["AB", "CA", "BC", "BD"]);
    expect(comparisons[0]!.flow).toBeGreaterThan(1);
    expectNear(contributionMatrix(fit, { method }).rows[0]!.pairs[0]!, 1);
    for (const { pairs, studies } of contributionMatrix(fit, { method }).rows) {
      expectNear(sum(pairs), 1);
      expectNear(sum(studies), 1);
      expect(Math.min(...pairs)).toBeGreaterThanOrEqual(0);
    }
  });
});

test("random walks go every path with the product of its shares", () => {
  fc.assert(
    fc.property(networks, (effects) => {
      const fit = network(effects, { tau2: "EE" });
      const { rows } = contributionMatrix(fit, { method: "randomWalk" });
      for (const { treatment, against, pairs } of rows) {
        const { comparisons } = evidenceFlow(fit, treatment, against);
        const edges = comparisons.map((each) => ({ from: each.treatment, to: each.against, flow: each.flow }));
        const present = edges.map(({ flow }) => flow > 1e-12);
        const walked = walkedContributions(
          edges.filter((_, e) => present[e]),
          treatment,
          against,
        );
        let next = 0;
        pairs.forEach((share, e) => {
          expectNear(share, present[e] ? walked[next++]! : 0, { unit: 1 });
        });
      }
    }),
    { numRuns: 40 },
  );
});

test("shortest paths by hand", () => {
  // A to D by B or C, and B to C: A-B-C-D carries a part that the shortest paths take up first.
  const crossing = [
    comparison("1", "A", "B", 0, 0.1),
    comparison("2", "A", "C", 0, 0.4),
    comparison("3", "B", "C", 0, 0.2),
    comparison("4", "B", "D", 0, 0.4),
    comparison("5", "C", "D", 0, 0.1),
  ];
  const fit = network(crossing, { tau2: "EE" });
  const row = contributionMatrix(fit).rows.find(({ treatment, against }) => treatment + against === "AD")!;
  const { comparisons } = evidenceFlow(fit, "A", "D");
  const flow = new Map(comparisons.map((each) => [each.treatment + each.against, each.flow]));
  expect([...flow.keys()]).toEqual(["AB", "AC", "BC", "BD", "CD"]);
  // Shortest first: A-B-D takes all of BD, A-C-D all of AC, A-B-C-D all of BC.
  [flow.get("BD")! / 2 + flow.get("BC")! / 3, flow.get("AC")! / 2, flow.get("BC")! / 3].forEach((share, i) => {
    expectNear(row.pairs[i]!, share, { unit: 1 });
  });
});

test("what it does not know is refused", () => {
  expect(() => contributionMatrix(fitLoop(), { method: "randomwalk" } as never)).toThrow("UNKNOWN_CHOICE");
  expect(() => contributionMatrix(fitLoop(), { paths: "shortest" } as never)).toThrow("UNKNOWN_OPTION");
  expect(() => contributionMatrix([] as never)).toThrow("NOT_A_NETWORK");
});
