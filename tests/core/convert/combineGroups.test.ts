import { combineGroups } from "@acumeta/core";
import fc from "fast-check";
import { mean, sampleStandardDeviation } from "simple-statistics";
import { expect, test } from "vitest";

const values = fc.array(fc.double({ min: -100, max: 100, noNaN: true }), { minLength: 1, maxLength: 12 });
const samples = fc.array(values, { minLength: 1, maxLength: 5 });

const describeGroup = (sample: readonly number[]) => ({
  n: sample.length,
  mean: mean([...sample]),
  sd: sample.length === 1 ? 0 : sampleStandardDeviation([...sample]),
});

test("groups combine to the mean and SD of all their patients", () => {
  fc.assert(
    fc.property(samples, (groups) => {
      const all = describeGroup(groups.flat());
      const combined = combineGroups(groups.map(describeGroup));
      expect(combined.n).toBe(all.n);
      expect(combined.mean).toBeCloseTo(all.mean, 10);
      expect(combined.sd).toBeCloseTo(all.sd, 6);
    }),
  );
});

test("the order of the groups does not matter", () => {
  fc.assert(
    fc.property(samples, (groups) => {
      const described = groups.map(describeGroup);
      const [one, other] = [combineGroups(described), combineGroups(described.toReversed())];
      expect(other.mean).toBeCloseTo(one.mean, 10);
      expect(other.sd).toBeCloseTo(one.sd, 6);
    }),
  );
});

test("one group stays what it is", () => {
  expect(combineGroups([{ n: 1, mean: 3, sd: 0 }])).toEqual({ n: 1, mean: 3, sd: 0, rule: "one group" });
});

test("the rule says how many", () => {
  const group = { n: 10, mean: 1, sd: 2 };
  expect(combineGroups([group, group, group]).rule).toMatch(/^3 groups combined/);
});

test.each([
  ["TOO_FEW_EFFECTS", []],
  ["NOT_A_VALID_NUMBER", [{ n: 0, mean: 1, sd: 1 }]],
  ["NOT_A_VALID_NUMBER", [{ n: 5, mean: Number.NaN, sd: 1 }]],
  ["NOT_A_VALID_NUMBER", [{ n: 5, mean: 1, sd: -1 }]],
  [
    "OUT_OF_RANGE",
    [
      { n: 5, mean: 1e200, sd: 1 },
      { n: 5, mean: 0, sd: 1 },
    ],
  ],
])("refuses with %s the groups %j", (code, groups) => {
  expect(() => combineGroups(groups)).toThrow(expect.objectContaining({ code }));
});
