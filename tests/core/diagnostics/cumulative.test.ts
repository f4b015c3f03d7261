import { cumulative, pool } from "@acumeta/core";
import { describe, expect, test } from "vitest";
import { edgeCases } from "../edgeCases.ts";
import { effectsOf } from "../effectsOf.ts";
import { faults } from "../faults.ts";

const effects = effectsOf([0.31, -0.42, 0.45, 0.02], [0.01, 0.02, 0.005, 0.04]);
const added = (order?: Parameters<typeof cumulative<"SMD">>[1]) => cumulative(effects, order).map(({ added }) => added);

describe("accumulating", () => {
  test("is pooling the first, the first two, and so on to all", () => {
    for (const [i, { added, ...row }] of cumulative(effects, { tau2: "DL" }).entries()) {
      const { k, estimate, se, ci, tau2, heterogeneity } = pool(effects.slice(0, i + 1), { tau2: "DL" });
      const { Q, p, I2, H2 } = heterogeneity;
      expect(added).toBe(effects[i]!.study);
      expect(row).toEqual({ k, estimate, se, ci, tau2: tau2.value, Q, p, I2, H2 });
    }
  });

  test("goes by the keys, by what a function makes of an effect, or as the effects are given", () => {
    expect(added()).toEqual(["s1", "s2", "s3", "s4"]);
    expect(added({ order: [2001, 1999, -1, 2001.5] })).toEqual(["s3", "s2", "s1", "s4"]);
    expect(added({ order: ["2001-02", "2001-10", "1999", "2010"] })).toEqual(["s3", "s1", "s2", "s4"]);
    expect(added({ order: ({ vi }) => vi })).toEqual(["s3", "s1", "s2", "s4"]);
    expect(added({ order: (_, i) => -i })).toEqual(["s4", "s3", "s2", "s1"]);
  });

  test("keeps ties as they are given", () => {
    expect(added({ order: [1, 0, 1, 0] })).toEqual(["s2", "s4", "s1", "s3"]);
  });
});

test.each(Object.entries(edgeCases))("of %s every row is finite and frozen", (_, list) => {
  expect(faults(cumulative(list))).toEqual([]);
  expect(faults(cumulative(list, { tau2: "DL", interval: "z" }))).toEqual([]);
});

test.each([
  ["NO_EFFECTS", [], {}],
  ["UNEQUAL_COLUMNS", effects, { order: [1, 2] }],
  ["BAD_ORDER", effects, { order: [1, 2, Number.NaN, 4] }],
  ["BAD_ORDER", effects, { order: [1, 2, "3", 4] }],
  ["BAD_ORDER", effects, { order: () => undefined as unknown as number }],
  ["LEVEL_OUT_OF_RANGE", effects, { level: 95 }],
])("refuses with %s", (code, list, options) => {
  expect(() => cumulative(list, options)).toThrow(expect.objectContaining({ code }));
});
