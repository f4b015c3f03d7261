import { deriveModerators } from "@acumeta/core";
import { describe, expect, test } from "vitest";
import { buildDesign, type DesignOptions } from "../../../packages/core/src/formula/buildDesign.ts";

const studies = [
  { sham: "none", weeks: 4, electro: true, same: "x" },
  { sham: "penetrating", weeks: 12, electro: false, same: "x" },
  { sham: "none", weeks: 8, electro: true, same: "x" },
  { sham: "penetrating", weeks: 8, electro: true, same: "x" },
].map((moderators, i) => ({ study: `s${i + 1}`, ...moderators }));

const coded = (code: string) => expect.objectContaining({ code });
const build =
  (formula: string, options: DesignOptions = {}, rows: readonly { study: string }[] = studies) =>
  () =>
    buildDesign(rows, formula, options);

/** The character below which the caret stands. */
function caretOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    const lines = (error as Error).message.split("\n");
    const text = lines.at(-2)!;
    const caret = lines.at(-1)!.indexOf("^");
    return text.slice(caret, caret + 1) || "end";
  }
  return "no error";
}

test.each([
  ["sham", "s"],
  ["~", "end"],
  ["~ sham +", "end"],
  ["~ sham ** weeks", "*"],
  ["~ sham weeks", "w"],
  ["~ (sham", "end"],
  ["~ sham)", ")"],
  ["~ 2", "2"],
  ["~ 0 * weeks", "0"],
  ["~ sham/weeks", "/"],
  ["~ log(weeks)", "l"],
  ["~ poly(weeks)", ")"],
  ["~ poly(weeks, 0)", "0"],
  ["~ poly(3, 2)", "3"],
  ["~ rcs(weeks, 2)", "2"],
  ["~ rcs(weeks, c(1, 2))", "c"],
  ["~ rcs(weeks, c(1, 3, 2))", "c"],
  ["~ I(weeks ^ )", ")"],
  ["~ I()", ")"],
  ["~ weeks^2", "2"],
  ["~ (sham + weeks)^1", "1"],
  ["~ sham[level=none]", "l"],
  ["~ sham[ref=]", "]"],
  ["~ sham[ref=none]:weeks + sham[ref=penetrating]", "p"],
  ["~ 'sham'", "'"],
  ["~ `sham", "`"],
  ["~ weeks $ sham", "$"],
  ["~\tsham % weeks", "%"],
])("%j is refused with a caret below %j", (formula, found) => {
  expect(build(formula)).toThrow(coded("FORMULA_SYNTAX"));
  expect(caretOf(build(formula))).toBe(found);
});

test("a function that is no part of formulas is referred to deriveModerators", () => {
  expect(build("~ log(weeks)")).toThrow(/deriveModerators/);
});

test.each([
  ["UNKNOWN_MODERATOR", "~ shamm", {}],
  ["UNKNOWN_MODERATOR", "~ constructor", {}],
  ["ONE_LEVEL", "~ same", {}],
  ["UNKNOWN_LEVEL", "~ sham[ref=None]", {}],
  ["UNKNOWN_LEVEL", "~ sham", { reference: { sham: "superficial" } }],
  ["NOT_CATEGORICAL", "~ weeks[ref=4]", {}],
  ["NOT_CATEGORICAL", "~ weeks", { reference: { sham: "none" } }],
  ["NOT_CATEGORICAL", "~ weeks", { coding: { weeks: "sum" } }],
  ["UNKNOWN_CHOICE", "~ sham", { coding: { sham: "Helmert" as "sum" } }],
  ["UNKNOWN_CHOICE", "~ sham", { missing: "drop" as "refuse" }],
  ["MODERATOR_NOT_NUMERIC", "~ I(sham^2)", {}],
  ["MODERATOR_NOT_NUMERIC", "~ poly(electro, 2)", {}],
  ["TOO_FEW_VALUES", "~ poly(weeks, 3)", {}],
  ["DERIVED_NOT_FINITE", "~ I(1/(weeks - 4))", {}],
] as const)("%s: %s %j", (code, formula, options) => {
  expect(build(formula, options)).toThrow(coded(code));
});

test("default knots that coincide are refused, given ones are not needed to differ from data", () => {
  const rows = [4, 8, 8, 8, 8, 8, 12].map((weeks, i) => ({ study: `s${i}`, weeks }));
  expect(build("~ rcs(weeks, 5)", {}, rows)).toThrow(coded("KNOTS_COINCIDE"));
  expect(build("~ rcs(weeks, c(4, 8, 12))", {}, rows)().X).toHaveLength(3);
});

describe("values", () => {
  const withWeeks = (...weeks: unknown[]) => weeks.map((each, i) => ({ study: `s${i + 1}`, weeks: each }));

  test.each([
    [4, "12"],
    ["4", 12],
    [4, true],
    [4, { weeks: 3 }],
    [[4], [12]],
  ])("%j and %j are no one moderator", (a, b) => {
    expect(build("~ weeks", {}, withWeeks(a, b))).toThrow(coded("MIXED_MODERATOR"));
  });

  test("an infinite one is refused", () => {
    expect(build("~ weeks", {}, withWeeks(4, 8, Number.POSITIVE_INFINITY))).toThrow(coded("MODERATOR_NOT_NUMERIC"));
  });

  test.each([undefined, null, Number.NaN, ""])(
    "%j is missing: the study is named, or left out and named",
    (missing) => {
      const rows = withWeeks(4, missing, 12, missing);
      expect(build("~ weeks", {}, rows)).toThrow(coded("MISSING_MODERATOR"));
      expect(build("~ weeks", {}, rows)).toThrow(/weeks for "s2"; weeks for "s4"/);
      const { used, leftOut, X } = buildDesign(rows, "~ weeks", { missing: "leave out" });
      expect(used).toEqual([0, 2]);
      expect(leftOut).toEqual(["s2", "s4"].map((study) => ({ study, missing: ["weeks"] })));
      expect([...X[1]!]).toEqual([4, 12]);
    },
  );

  test("where every study misses one of them nothing is left", () => {
    const rows = [
      { study: "a", weeks: 4 },
      { study: "b", n: 3 },
    ];
    expect(build("~ weeks + n", { missing: "leave out" }, rows)).toThrow(coded("MISSING_MODERATOR"));
  });
});

describe("a given matrix", () => {
  const matrix = (names: unknown, rows: unknown) => () =>
    buildDesign(studies.slice(0, 2), { names, rows } as { names: string[]; rows: number[][] }, {});

  test.each([
    [
      ["a", "a"],
      [
        [1, 2],
        [1, 3],
      ],
    ],
    [[], [[], []]],
    [
      ["a", ""],
      [
        [1, 2],
        [1, 3],
      ],
    ],
    [
      "ab",
      [
        [1, 2],
        [1, 3],
      ],
    ],
    [["a", "b"], [[1, 2]]],
    [
      ["a", "b"],
      [[1, 2], [1]],
    ],
    [
      ["a", "b"],
      [
        [1, 2],
        [1, "3"],
      ],
    ],
    [
      ["a", "b"],
      [
        [1, 2],
        [1, Number.POSITIVE_INFINITY],
      ],
    ],
    [["a", "b"], null],
  ])("%j %j is refused", (names, rows) => {
    expect(matrix(names, rows)).toThrow(coded("BAD_MODEL_MATRIX"));
  });

  test("may miss values as formulas do, and its constant is a column of ones", () => {
    const { intercept, terms } = matrix(
      ["a", "b"],
      [
        [2, 1],
        [3, 1],
      ],
    )();
    expect([intercept, terms]).toEqual([1, [{ term: "a", columns: [0] }]]);
    expect(
      matrix(
        ["a", "b"],
        [
          [1, null],
          [1, 4],
        ],
      ),
    ).toThrow(coded("MISSING_MODERATOR"));
  });
});

describe("what R's formulas hold is referred to what stands for it here", () => {
  test.each([
    ["~ ns(weeks, 3)", "rcs(weeks, 3)"],
    ["~ bs(weeks)", "rcs(weeks, 3)"],
    ["~ s(weeks)", "poly(weeks, 2)"],
    ["~ relevel(sham, 'none')", "sham[ref=none]"],
    ["~ as.factor(weeks)", "factor(year)"],
    ["~ scale(weeks)", "I((weeks - 12) / 8)"],
    ["~ cut(weeks, 3)", 'deriveModerators(effects, { late: "weeks > 12" })'],
    ["~ log1p(weeks)", 'deriveModerators(effects, { derived: "log1p(…)" })'],
    ["~ I(log(weeks))", 'deriveModerators(effects, { derived: "log(…)" })'],
    ["~ poly(sqrt(weeks), 2)", 'deriveModerators(effects, { derived: "sqrt(…)" })'],
    ["~ Rcs(weeks, 3)", 'Did you mean "rcs"?'],
    ["~ weeks**2", "I(weeks^2)"],
    ["~ logit(weeks)", "a further value of each effect"],
  ])("%s: %s", (formula, instead) => {
    expect(build(formula)).toThrow(coded("FORMULA_SYNTAX"));
    expect(build(formula)).toThrow(instead);
  });
});

test.each(["yi", "vi", "se", "measure"])("%s is a part of the effect, and explains none", (name) => {
  const rows = studies.map((study, i) => ({ ...study, measure: "SMD", yi: i / 10, vi: 0.02, se: 0.14 }));
  expect(build(`~ sham + ${name}`, {}, rows)).toThrow(coded("EFFECT_AS_MODERATOR"));
  expect(build(`~ sham + ${name}`, {}, rows)).toThrow("allowed: study, sham, weeks, electro, same.");
});

test("the standard error under a name of its own is a moderator as others are", async () => {
  const rows = studies.map((study, i) => ({ ...study, vi: 0.01 + i / 100 }));
  const derived = await deriveModerators(rows, { standardError: "sqrt(vi)" });
  expect(build("~ standardError", {}, derived)().X[1]![0]).toBeCloseTo(0.1, 12);
});
