import { compareTreatments, directEvidence, type NetworkTau2Method, network } from "@acumeta/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { expectNear } from "../../../properties/near.ts";
import { faults } from "../../faults.ts";
import { comparison, networks, turned } from "../randomNetworks.ts";
import { fitLoop, loop, withFourArms, withNegativeWeight } from "./loop.ts";

const methods = fc.constantFrom<NetworkTau2Method>("EE", "DL", "PM", "ML", "REML");

test("a loop by hand: direct, indirect and both", () => {
  const [first] = directEvidence(fitLoop());
  expect([first!.treatment, first!.against, first!.studies]).toEqual(["A", "B", ["1"]]);
  expectNear(first!.share, 2 / 3);
  expectNear(first!.direct!.estimate, 0.8);
  expectNear(first!.direct!.se ** 2, 0.1);
  expectNear(first!.indirect!.estimate, 0.2);
  expectNear(first!.indirect!.se ** 2, 0.2);
  expectNear(first!.network.estimate, 0.6);
  expectNear(first!.direct!.ci.upper, 0.8 + 1.959963984540054 * Math.sqrt(0.1));
});

test("what one trial alone says has no indirect evidence, what no trial says no direct", () => {
  const evidence = directEvidence(fitLoop());
  const of = (pair: string) => evidence.find(({ treatment, against }) => `${treatment}${against}` === pair)!;
  expect([of("BD").share, of("BD").indirect]).toEqual([1, null]);
  expect([of("AD").share, of("AD").direct, of("AD").studies]).toEqual([0, null, []]);
  expect(of("AD").indirect).toEqual(of("AD").network);
  expect(directEvidence(network(withFourArms.slice(4))).map(({ share }) => share)).toEqual([1, 1, 1, 1, 1, 1]);
});

describe("whatever the network", () => {
  test("direct and indirect evidence make the network's, by their information", () => {
    fc.assert(
      fc.property(networks, methods, (effects, tau2) => {
        const fit = network(effects, { tau2 });
        for (const { treatment, against, direct, indirect, network: whole, share } of directEvidence(fit)) {
          const both = compareTreatments(fit, treatment, against);
          expect(whole).toEqual({ estimate: both.estimate, se: both.se, ci: both.ci });
          expect(share).toBeGreaterThanOrEqual(0);
          expect(share).toBeLessThanOrEqual(1);
          if (direct === null || indirect === null) continue;
          expectNear(share * direct.estimate + (1 - share) * indirect.estimate, both.estimate, { unit: 1 });
          expectNear(1 / direct.se ** 2 + 1 / indirect.se ** 2, 1 / both.se ** 2);
          expect(direct.ci.df).toBe(both.ci.df);
          expectNear(direct.ci.se / direct.se, both.ci.se / both.se);
        }
      }),
    );
  });

  test("directions of comparisons and orders of rows don't matter", () => {
    fc.assert(
      fc.property(networks, (effects) => {
        const one = directEvidence(network(effects, { tau2: "DL" }));
        const other = directEvidence(network([...effects].reverse().map(turned), { tau2: "DL" }));
        one.forEach(({ share, direct, meanPathLength, minimalParallelism }, i) => {
          expectNear(other[i]!.share, share, { unit: 1 });
          expectNear(other[i]!.meanPathLength, meanPathLength);
          expectNear(other[i]!.minimalParallelism, minimalParallelism);
          if (direct !== null) expectNear(other[i]!.direct!.estimate, direct.estimate, { unit: 1, part: 1e-7 });
        });
      }),
      { numRuns: 50 },
    );
  });

  test("results are frozen and finite", () => {
    fc.assert(
      fc.property(networks, (effects) => {
        expect(faults(directEvidence(network(effects)))).toEqual([]);
      }),
    );
    expect(faults(directEvidence(network(withNegativeWeight)))).toEqual([]);
  });
});

test("among trials of two arms indirect evidence is the network without the direct", () => {
  const effects = [...loop, comparison("5", "A", "D", 0.9, 0.2), comparison("6", "B", "A", -0.1, 0.15)];
  const [first] = directEvidence(network(effects, { tau2: "EE" }));
  const rest = network(
    effects.filter(({ treat1, treat2 }) => [treat1, treat2].sort().join() !== "A,B"),
    { tau2: "EE" },
  );
  const { estimate, se } = compareTreatments(rest, "A", "B");
  expect(first!.studies).toEqual(["1", "6"]);
  expectNear(first!.indirect!.estimate, estimate);
  expectNear(first!.indirect!.se, se);
});

test("the direct estimate takes the τ² of the network", () => {
  const fit = network([...loop, comparison("5", "A", "B", 2.5, 0.1), comparison("6", "A", "C", 1.9, 0.1)], {
    tau2: "DL",
  });
  expect(fit.tau2.value).toBeGreaterThan(0);
  expectNear(directEvidence(fit)[0]!.direct!.se ** 2, (0.1 + fit.tau2.value) / 2);
});

test("junk is refused", () => {
  expect(() => directEvidence({} as never)).toThrow("NOT_A_NETWORK");
});
