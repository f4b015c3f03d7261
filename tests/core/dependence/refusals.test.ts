import {
  type AssumedCovarianceOptions,
  aggregate,
  assumedCovariance,
  type Effect,
  overCorrelations,
} from "@acumeta/core";
import { describe, expect, test } from "vitest";
import { repeated } from "./effects.ts";

const armed = [
  { study: "A", measure: "SMD", yi: 0.3, vi: 0.04, arm: "real", control: "none", n1: 30, n2: 20 },
  { study: "A", measure: "SMD", yi: 0.2, vi: 0.09, arm: "sham", control: "none", n1: 0, n2: 20 },
  { study: "A", measure: "SMD", yi: 0.1, vi: 0.09, arm: "real", control: "sham", n1: 30, n2: 20 },
] as const;
const columns = ["arm", "control"] as const;
const asymmetric = {
  names: ["pain", "function"],
  matrix: [
    [1, 0.5],
    [0.4, 1],
  ],
};
const refusal = (code: string, parts: object = {}) =>
  expect.objectContaining({ code, diagnosis: expect.objectContaining(parts) });

describe("assumptions that are none", () => {
  test.each<[string, unknown, object]>([
    ["UNKNOWN_OPTION", undefined, {}],
    ["UNKNOWN_OPTION", { rho: 0.5 }, { mend: "Did you mean correlation?" }],
    ["NOTHING_ASSUMED", {}, {}],
    ["NOTHING_ASSUMED", { cluster: "study" }, {}],
    ["BAD_ASSUMPTION", { cluster: 1, correlation: 0 }, { where: { option: "cluster" } }],
    ["BAD_ASSUMPTION", { outcome: "outcome" }, { where: { option: "outcome" } }],
    ["BAD_ASSUMPTION", { outcome: { column: "outcome", rho: 0.5 } }, {}],
    ["BAD_ASSUMPTION", { time: null }, { where: { option: "time" } }],
    ["BAD_ASSUMPTION", { arms: { columns: ["arm"] } }, { where: { option: "arms" } }],
    ["BAD_ASSUMPTION", { arms: { columns, sizes: "n" } }, { where: { option: "arms" } }],
    ["CORRELATION_OUT_OF_RANGE", { correlation: 60 }, { found: "60", mend: "60 % is 0.6." }],
    ["CORRELATION_OUT_OF_RANGE", { correlation: "0.6" }, { found: '"0.6"' }],
    ["CORRELATION_OUT_OF_RANGE", { correlation: Number.NaN }, {}],
    ["CORRELATION_OUT_OF_RANGE", { outcome: { column: "outcome" } }, { where: { option: "outcome.correlation" } }],
    ["CORRELATION_OUT_OF_RANGE", { time: { column: "week", autocorrelation: 1 } }, {}],
    ["CORRELATION_OUT_OF_RANGE", { time: { column: "week", autocorrelation: -0.1 } }, {}],
    ["BAD_OUTCOME_CORRELATIONS", { outcome: { column: "outcome", correlation: asymmetric } }, {}],
    [
      "BAD_OUTCOME_CORRELATIONS",
      { outcome: { column: "outcome", correlation: { names: ["pain"], matrix: [[1]] } } },
      { found: 'no row for "function"' },
    ],
    ["BAD_OUTCOME_CORRELATIONS", { outcome: { column: "outcome", correlation: { names: ["pain"], matrix: [] } } }, {}],
    ["COLUMN_NOT_NUMERIC", { time: { column: "outcome", autocorrelation: 0.5 } }, { found: '"pain"' }],
    ["MISSING_COLUMN", { outcome: { column: "endpoint", correlation: 0.5 } }, {}],
  ])("%s for %j", (code, options, parts) => {
    expect(() => assumedCovariance(repeated, options as AssumedCovarianceOptions)).toThrow(refusal(code, parts));
  });

  test("a group of no patients, against itself, by a rule that does not exist or does not fit", () => {
    const by = (arms: NonNullable<AssumedCovarianceOptions["arms"]>, effects: readonly Effect[] = armed) =>
      expect(() => assumedCovariance(effects, { arms }));
    by({ columns, sizes: ["n1", "n2"] }).toThrow(
      refusal("COLUMN_NOT_NUMERIC", { where: { study: "A", column: "n1" }, found: "0" }),
    );
    by({ columns: ["arm", "arm"] }).toThrow(refusal("ARM_AGAINST_ITSELF", { found: 'the group "real" on both sides' }));
    by({ columns, rule: "OR" as "SMD" }).toThrow(refusal("UNKNOWN_CHOICE", { allowed: "sizes, SMD" }));
    by({ columns, rule: "SMD" }).toThrow(refusal("SHARED_ARM_RULE_NEEDS", { found: '"SMD" without sizes' }));
    const differences = armed.map((effect) => ({ ...effect, measure: "MD" as const, n1: 30 }));
    by({ columns, sizes: ["n1", "n2"], rule: "SMD" }, differences).toThrow(refusal("SHARED_ARM_RULE_NEEDS"));
  });
});

describe("correlations that no effects can have", () => {
  test("effects that nothing tells apart", () => {
    expect(() => assumedCovariance(repeated, { time: { column: "week", autocorrelation: 0.5 } })).toThrow(
      refusal("IMPOSSIBLE_CORRELATIONS", {
        found: expect.stringContaining('in the cluster "A"'),
        mend: expect.stringContaining("Effects 1 and 4 are taken to be perfectly correlated"),
      }),
    );
  });

  test("an equal correlation of 4 effects lies above −1/3", () => {
    expect(() => assumedCovariance(repeated, { correlation: -0.34 })).toThrow(
      refusal("IMPOSSIBLE_CORRELATIONS", { allowed: "an equal correlation above -0.333" }),
    );
    expect(() => assumedCovariance(repeated, { correlation: -0.333 })).not.toThrow();
  });

  test("the factor that is named is the largest to three digits", () => {
    const effects = ["a", "b", "c"].map((outcome) => ({ ...repeated[0], outcome }));
    const names = ["a", "b", "c"];
    const at = (factor: number) => {
      const [near, far] = [0.9 * factor, -0.5 * factor];
      const matrix = [
        [1, near, far],
        [near, 1, near],
        [far, near, 1],
      ];
      return () => assumedCovariance(effects, { outcome: { column: "outcome", correlation: { names, matrix } } });
    };
    let allowed = "";
    try {
      at(1)();
    } catch (error) {
      allowed = (error as { diagnosis: { allowed: string } }).diagnosis.allowed;
    }
    const factor = Number(/less than (0\.\d+)/.exec(allowed)?.[1]);
    expect(at(factor)).not.toThrow();
    expect(at(factor + 0.001)).toThrow(refusal("IMPOSSIBLE_CORRELATIONS"));
  });

  test("an effect that follows from two others", () => {
    const loop = armed.map((effect) => ({ ...effect, n1: 20 }));
    expect(() => assumedCovariance(loop, { arms: { columns, sizes: ["n1", "n2"] } })).toThrow(
      refusal("IMPOSSIBLE_CORRELATIONS", { mend: expect.stringContaining("follows from others") }),
    );
  });
});

describe("aggregate", () => {
  test.each<[string, unknown, object]>([
    ["UNKNOWN_OPTION", undefined, {}],
    ["UNKNOWN_OPTION", { rho: 0.6 }, { mend: "Did you mean correlation?" }],
    ["ONE_SOURCE_OF_COVARIANCE", {}, { found: "neither" }],
    ["ONE_SOURCE_OF_COVARIANCE", { correlation: 0.5, V: [] }, { found: "both" }],
    ["UNKNOWN_CHOICE", { correlation: 0.5, weights: "n" }, { allowed: "inverse variance, equal" }],
    ["BAD_ASSUMPTION", { cluster: null, correlation: 0.5 }, {}],
    ["MISSING_COLUMN", { cluster: "trial", correlation: 0.5 }, {}],
    ["IMPOSSIBLE_CORRELATIONS", { correlation: 1 }, {}],
    ["BAD_SAMPLING_COVARIANCE", { V: [[1]] }, {}],
    ["BAD_SAMPLING_COVARIANCE", { V: 0.5 }, { found: "0.5" }],
    ["BAD_SAMPLING_COVARIANCE", { V: [null] }, {}],
  ])("%s for %j", (code, options, parts) => {
    expect(() => aggregate(repeated, options as { correlation: number })).toThrow(refusal(code, parts));
  });

  test("covariances between clusters, which its effects could not tell of", () => {
    const V = assumedCovariance(
      repeated.map((effect) => ({ ...effect, laboratory: 1 })),
      { cluster: "laboratory", correlation: 0.5 },
    );
    expect(() => aggregate(repeated, { V })).toThrow(
      refusal("CORRELATION_BETWEEN_CLUSTERS", { found: 'a covariance of effects in the clusters "A" and "B"' }),
    );
  });
});

describe("overCorrelations", () => {
  const dependence = { outcome: { column: "outcome" }, time: { column: "week" } };
  test.each<[string, unknown, unknown]>([
    ["NO_CORRELATIONS", {}, []],
    ["NO_CORRELATIONS", {}, 0.5],
    ["CORRELATION_OUT_OF_RANGE", {}, [0, "0.5"]],
    ["VARY_WHAT", { dependence }, [0.5]],
    ["VARY_WHAT", { vary: "outcome" }, [0.5]],
    ["VARY_WHAT", { dependence, vary: "rho" }, [0.5]],
    ["UNKNOWN_OPTION", null, [0.5]],
    ["UNKNOWN_OPTION", { dependence: { rho: 1 } }, [0.5]],
    ["BAD_ASSUMPTION", { dependence: null }, [0.5]],
    ["BAD_ASSUMPTION", { dependence: { outcome: null } }, [0.5]],
    ["UNKNOWN_OPTION", { V: [] }, [0.5]],
    ["UNKNOWN_OPTION", { mods: [] }, [0.5]],
  ])("%s for %j over %j", (code, options, correlations) => {
    expect(() => overCorrelations(repeated, options as object, correlations as number[])).toThrow(refusal(code));
  });
});
