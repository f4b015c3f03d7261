import { type BiasTestId, biasTest } from "@acumeta/core";
import { describe, expect, test } from "vitest";
import { faults } from "../faults.ts";

const tables = [
  { a: 4, n1: 123, c: 11, n2: 139 },
  { a: 6, n1: 306, c: 29, n2: 303 },
  { a: 3, n1: 231, c: 11, n2: 220 },
  { a: 62, n1: 13598, c: 248, n2: 12867 },
];
const tests: BiasTestId[] = ["Harbord", "Peters", "Macaskill", "Deeks", "Schwarzer"];

describe.each(tests)("%s", (id) => {
  test("turns round with the groups, but for its sign", () => {
    const swapped = tables.map(({ a, n1, c, n2 }) => ({ a: c, n1: n2, c: a, n2: n1 }));
    const [one, other] = [biasTest(tables, { test: id }), biasTest(swapped, { test: id })];
    expect(other.p).toBeCloseTo(one.p!, 8);
    expect(other.asymmetry!.value).toBeCloseTo(-one.asymmetry!.value, 8);
  });

  test("leaves out studies without events in both groups, and says so", () => {
    const empty = { a: 0, n1: 50, c: 0, n2: 50 };
    const found = biasTest([...tables, empty], { test: id });
    const { notes, ...rest } = biasTest(tables, { test: id });
    expect(found).toEqual({ ...rest, notes: [expect.stringContaining("1 left out"), ...notes] });
  });

  test("bears zero cells and groups of very unequal size", () => {
    const hard = [...tables, { a: 0, n1: 10, c: 3, n2: 2000 }, { a: 5, n1: 5, c: 1, n2: 9 }];
    expect(faults(biasTest(hard, { test: id }))).toEqual([]);
  });

  test("refuses more events than patients", () => {
    expect(() => biasTest([...tables, { a: 9, n1: 5, c: 0, n2: 9 }], { test: id })).toThrow(
      expect.objectContaining({ code: "EVENTS_EXCEED_TOTAL" }),
    );
  });
});

test("only tests that look at odds ratios say that ½ was added for them", () => {
  const hard = [...tables, { a: 0, n1: 10, c: 3, n2: 20 }];
  const saysSo = (test: BiasTestId) => biasTest(hard, { test }).notes.some((note) => note.includes("½"));
  expect(tests.map(saysSo)).toEqual([false, true, true, true, false]);
});

test("no odds ratio, no test of Schwarzer's", () => {
  const allZero = tables.map((table) => ({ ...table, a: 0 }));
  expect(biasTest(allZero, { test: "Schwarzer" }).p).toBeNull();
});

test("a test of effects looks at the log odds ratios of tables", () => {
  expect(biasTest(tables, { test: "Egger" }).k).toBe(4);
});

test("one standardised mean difference in studies of any size is no asymmetry to Pustejovsky's test", () => {
  const groups = [8, 12, 20, 40, 80, 200].map((n) => ({ n1: n, m1: 1, sd1: 1, n2: n, m2: 0, sd2: 1 }));
  const found = biasTest(groups, { test: "Pustejovsky" });
  expect(Math.abs(found.asymmetry!.value)).toBeLessThan(0.2);
  expect(biasTest(groups, { test: "Egger" }).k).toBe(6);
});
