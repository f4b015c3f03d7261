import { compareTreatments, decomposeQ, evidenceFlow, netHeat, network } from "@acumeta/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { networkEffects } from "../../../golden/adapters/network.ts";
import { readCases, shippedCases } from "../../../golden/readCases.ts";
import { expectNear } from "../../../properties/near.ts";
import { faults } from "../../faults.ts";
import { networks, turned } from "../randomNetworks.ts";
import { fitLoop, loop, withFourArms } from "./loop.ts";

const sum = (list: readonly number[]) => list.reduce((total, each) => total + each, 0);

test("one loop by hand: each of its comparisons alone explains all of its inconsistency", () => {
  const { Q, designs, change, rows } = netHeat(fitLoop());
  // 0.8 against 0.2, with variance 0.1 + 0.2; a residual is in proportion to its variance.
  expectNear(Q, 0.6 ** 2 / 0.3);
  const parts = [0.1, 0.08, 0.12, 0].map((v) => (v / 0.3) * Q);
  expect(designs.map(({ treatments }) => treatments.join(""))).toEqual(["AB", "AC", "BC", "BD"]);
  parts.forEach((part, d) => {
    expectNear(designs[d]!.inconsistency, part, { unit: 1 });
    [part, part, part, 0].forEach((each, column) => {
      expectNear(change[d]![column]!, each, { unit: 1 });
    });
  });
  expect(rows.map(({ design, treatment, against }) => [design, treatment + against])).toEqual([
    [0, "AB"],
    [1, "AC"],
    [2, "BC"],
    [3, "BD"],
  ]);
});

describe("whatever the network", () => {
  test("inconsistencies sum to Q between designs, changes to what detaching a design takes of it", () => {
    fc.assert(
      fc.property(networks, (effects) => {
        const fit = network(effects, { tau2: "EE" });
        const { Q, designs, change } = netHeat(fit);
        const { between, designs: parts } = decomposeQ(fit);
        expectNear(Q, between.Q, { unit: 1 });
        designs.forEach(({ inconsistency }, d) => {
          expectNear(inconsistency, parts[d]!.inconsistency, { unit: 1 });
          expectNear(change[d]![d]!, inconsistency, { unit: 1 });
          const left = parts[d]!.detached?.Q ?? between.Q;
          expectNear(sum(change.map((row) => row[d]!)), between.Q - left, { unit: 1, part: 1e-8 });
        });
      }),
      { numRuns: 60 },
    );
  });

  test("contributions are the flows through designs", () => {
    fc.assert(
      fc.property(networks, (effects) => {
        const fit = network(effects);
        for (const { treatment, against, contributions } of netHeat(fit).rows) {
          const { designs } = evidenceFlow(fit, treatment, against);
          designs.forEach(({ flow }, d) => {
            expectNear(contributions[d]!, flow, { unit: 1 });
          });
        }
      }),
      { numRuns: 30 },
    );
  });

  test("directions of comparisons and orders of rows don't matter; results are frozen and finite", () => {
    fc.assert(
      fc.property(networks, (effects) => {
        const one = netHeat(network(effects, { tau2: "EE" }));
        const other = netHeat(network([...effects].reverse().map(turned), { tau2: "EE" }));
        expect(faults(one)).toEqual([]);
        one.change.forEach((row, i) => {
          row.forEach((each, j) => {
            expectNear(other.change[i]![j]!, each, { unit: 1, part: 1e-8 });
          });
        });
      }),
      { numRuns: 30 },
    );
  });
});

test("a design detached is a network without its trials", () => {
  const fit = network(withFourArms, { tau2: "EE" });
  const { change, designs } = netHeat(fit);
  const rest = network(withFourArms.slice(1), { tau2: "EE" });
  const detached = 0;
  designs.forEach(({ treatments, inconsistency }, d) => {
    if (d === detached || treatments.length > 2) return;
    const [a, b] = treatments as [string, string];
    const own = loop.find(({ treat1, treat2 }) => [treat1, treat2].sort().join() === treatments.join())!;
    const effect = own.treat1 === a ? own.yi : -own.yi;
    const there = (effect - compareTreatments(rest, a, b).estimate) ** 2 / own.vi;
    expectNear(change[d]![detached]!, inconsistency - there, { unit: 1 });
  });
});

test.each(["Senn2013", "Dong2013", "Franchini2012", "smokingcessation", "Baker2009", "acupuncture3"])(
  "%s is as inconsistent as R's decomp.design finds, before and after each design is detached",
  (name) => {
    const golden = readCases([shippedCases]).find(({ id }) => id === `decomp/${name}`)!;
    const { total, detach_single_design, Q_inc_design } = golden.expected as unknown as {
      readonly total: { readonly Q: readonly number[] };
      readonly detach_single_design: { readonly design: readonly string[]; readonly Q: readonly number[] };
      readonly Q_inc_design: Readonly<Record<string, number>>;
    };
    const { Q, designs, change } = netHeat(network(networkEffects(golden), { tau2: "EE" }));
    const key = (treatments: readonly string[]) => [...treatments].sort().join();
    const placeOf = (design: string) =>
      designs.findIndex(({ treatments }) => key(treatments) === key(design.split(":")));
    expectNear(Q, total.Q[2]!, { unit: 1, part: 1e-8 });
    detach_single_design.design.forEach((design, row) => {
      const fall = sum(change.map((each) => each[placeOf(design)]!));
      expectNear(Q - fall, detach_single_design.Q[row]!, { unit: 1, part: 1e-8 });
    });
    // Of a design of several arms R gives parts.
    for (const [design, part] of Object.entries(Q_inc_design))
      if (design.split(":").length === 2)
        expectNear(designs[placeOf(design)]!.inconsistency, part, { unit: 1, part: 1e-8 });
  },
);

test("junk is refused", () => {
  expect(() => netHeat("net" as never)).toThrow("NOT_A_NETWORK");
});
