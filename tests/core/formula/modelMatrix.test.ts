import { describe, expect, test } from "vitest";
import { buildDesign, type DesignOptions } from "../../../packages/core/src/formula/buildDesign.ts";

const studies = [
  { sham: "none", weeks: 4, electro: true, n: 1.5 },
  { sham: "penetrating", weeks: 12, electro: false, n: 2 },
  { sham: "superficial", weeks: 8, electro: true, n: 3 },
  { sham: "none", weeks: 26, electro: false, n: 7 },
  { sham: "penetrating", weeks: 4, electro: false, n: 5 },
  { sham: "superficial", weeks: 52, electro: true, n: 6 },
  { sham: "none", weeks: 10, electro: true, n: 9 },
].map((moderators, i) => ({ study: `s${i + 1}`, ...moderators }));

const built = (formula: string, options: DesignOptions = {}) => buildDesign(studies, formula, options);
const row = (formula: string, place: number, options: DesignOptions = {}) =>
  built(formula, options).X.map((column) => column[place]);

/** colnames(model.matrix()) of R 4.2, with intrcpt for (Intercept). */
test.each([
  ["~ 1", "intrcpt"],
  ["~ weeks", "intrcpt weeks"],
  ["~ sham", "intrcpt shampenetrating shamsuperficial"],
  ["~ 0 + sham", "shamnone shampenetrating shamsuperficial"],
  ["~ sham - 1", "shamnone shampenetrating shamsuperficial"],
  ["~ electro", "intrcpt electroTRUE"],
  ["~ sham * weeks", "intrcpt shampenetrating shamsuperficial weeks shampenetrating:weeks shamsuperficial:weeks"],
  ["~ sham * weeks - sham", "intrcpt weeks shampenetrating:weeks shamsuperficial:weeks"],
  ["~ sham:weeks", "intrcpt shamnone:weeks shampenetrating:weeks shamsuperficial:weeks"],
  ["~ weeks + sham:weeks", "intrcpt weeks weeks:shampenetrating weeks:shamsuperficial"],
  ["~ 0 + electro + sham", "electroFALSE electroTRUE shampenetrating shamsuperficial"],
  ["~ 0 + n:sham + electro", "electroFALSE electroTRUE n:shamnone n:shampenetrating n:shamsuperficial"],
  [
    "~ sham:electro",
    "intrcpt shamnone:electroFALSE shampenetrating:electroFALSE shamsuperficial:electroFALSE shamnone:electroTRUE shampenetrating:electroTRUE shamsuperficial:electroTRUE",
  ],
  ["~ (weeks + n + electro)^2 - weeks:n", "intrcpt weeks n electroTRUE weeks:electroTRUE n:electroTRUE"],
  ["~ n:weeks + weeks + n:weeks", "intrcpt weeks n:weeks"],
])("%s has the columns %s", (formula, names) => {
  expect(built(formula).names.join(" ")).toBe(names);
});

test("the formula may be spaced as one likes, and names may stand in backticks", () => {
  expect(built("~sham*weeks").names).toEqual(built("  ~  `sham`\n * `weeks` ").names);
});

test("an interaction multiplies the columns of its terms", () => {
  expect(row("~ sham * weeks", 1)).toEqual([1, 1, 0, 12, 12, 0]);
  expect(row("~ sham * weeks", 5)).toEqual([1, 0, 1, 52, 0, 52]);
});

test("arithmetic binds as in R, and names its column as R does", () => {
  const { names, X } = built("~ I(weeks^2 / 10) + I(-weeks^2) + I(2^-n) + I((weeks+1)*n - 2)");
  expect(names.slice(1)).toEqual(["I(weeks^2/10)", "I(-weeks^2)", "I(2^-n)", "I((weeks + 1) * n - 2)"]);
  expect(X.slice(1).map((column) => column[1])).toEqual([14.4, -144, 0.25, 24]);
});

describe("factors", () => {
  test("are compared with the first level in the alphabet, or with the one that is asked for", () => {
    expect(built("~ sham[ref=superficial]").names).toEqual(["intrcpt", "shamnone", "shampenetrating"]);
    expect(built("~ sham", { reference: { sham: "superficial" } }).names).toEqual(
      built("~ sham[ref='superficial']").names,
    );
    expect(built("~ electro", { reference: { electro: true } }).names).toEqual(["intrcpt", "electroFALSE"]);
  });

  test("are coded as sums where that is asked for, as R's contr.sum", () => {
    const options = { coding: { sham: "sum" } } as const;
    expect(built("~ sham", options).names).toEqual(["intrcpt", "sham1", "sham2"]);
    expect([0, 1, 2].map((place) => row("~ sham", place, options).slice(1))).toEqual([
      [1, 0],
      [0, 1],
      [-1, -1],
    ]);
  });

  test("with sum coding the reference is the level without a column", () => {
    const options = { coding: { sham: "sum" }, reference: { sham: "none" } } as const;
    expect(row("~ sham", 0, options)).toEqual([1, -1, -1]);
    expect(row("~ sham", 1, options)).toEqual([1, 1, 0]);
  });

  test("may be numbers, in the order of numbers", () => {
    expect(built("~ factor(weeks)").names.slice(1)).toEqual([8, 10, 12, 26, 52].map((week) => `factor(weeks)${week}`));
    expect(built("~ factor(weeks)[ref=10]").names).not.toContain("factor(weeks)10");
  });

  test("have levels in alphabetical order whatever their capitals and the order of the studies", () => {
    const mixed = ["b", "A", "c", "Ä", "a"].map((label, i) => ({ study: String(i), label }));
    expect(buildDesign(mixed, "~ label", {}).learned.levels.label?.levels).toEqual(["a", "A", "Ä", "b", "c"]);
  });
});

describe("polynomials", () => {
  /** R 4.2: poly(c(4, 12, 8, 26, 4, 52, 10), 3) */
  test("are those of R's poly", () => {
    const { names, X } = built("~ poly(weeks, 3)");
    expect(names.slice(1)).toEqual([1, 2, 3].map((degree) => `poly(weeks, 3)${degree}`));
    const expected = [
      [-0.296499726664, 0.349492827429, -0.353282126883],
      [-0.107818082423, -0.2544191366919, 0.480686562688],
      [-0.202158904544, 0.0170162503625, 0.254348319742],
    ];
    for (const [i, values] of expected.entries())
      for (const [j, value] of values.entries()) expect(X[j + 1]![i]).toBeCloseTo(value, 12);
  });

  test("are orthogonal, of length 1", () => {
    const [, ...columns] = built("~ poly(weeks, 4)").X;
    for (const [i, a] of columns.entries())
      for (const [j, b] of columns.entries())
        expect(a.reduce((sum, each, k) => sum + each * b[k]!, 0)).toBeCloseTo(i === j ? 1 : 0, 10);
  });
});

describe("restricted cubic splines", () => {
  const line = Array.from({ length: 41 }, (_, i) => ({ study: String(i), x: i / 4 }));
  const spline = buildDesign(line, "~ rcs(x, c(2, 4, 5, 8))", {});

  test("hold the moderator and two columns fewer than knots, named as in R's rms", () => {
    expect(spline.names.slice(1)).toEqual(["", "'", "''"].map((end) => `rcs(x, c(2, 4, 5, 8))x${end}`));
    expect([...spline.X[1]!]).toEqual(line.map(({ x }) => x));
  });

  test("are 0 up to the knot they start at, straight beyond the last, and bend nowhere suddenly", () => {
    for (const [column, start] of [
      [spline.X[2]!, 2],
      [spline.X[3]!, 4],
    ] as const) {
      const second = line.slice(2).map((_, i) => column[i + 2]! - 2 * column[i + 1]! + column[i]!);
      for (const [i, bend] of second.entries()) {
        const middle = line[i + 1]!.x;
        if (middle < start || middle > 8) expect(bend).toBeCloseTo(0, 12);
        if (i > 0) expect(Math.abs(bend - second[i - 1]!)).toBeLessThan(0.05);
      }
    }
  });

  test("by hand: knots 2, 4, 5, 8 at x = 6", () => {
    const [third] = [spline.X[2]![24]!];
    expect(third).toBeCloseTo((4 ** 3 - (1 * (8 - 2)) / 3) / 36, 12);
  });

  test("have Harrell's knots", () => {
    const hundred = Array.from({ length: 101 }, (_, i) => ({ study: String(i), x: i }));
    const knots = (n: number) =>
      buildDesign(hundred, `~ rcs(x, ${n})`, {}).learned.knots[`rcs(x, ${n})`]!.map((knot) =>
        Number(knot.toPrecision(6)),
      );
    expect(knots(3)).toEqual([10, 50, 90]);
    expect(knots(4)).toEqual([5, 35, 65, 95]);
    expect(knots(5)).toEqual([5, 27.5, 50, 72.5, 95]);
    expect(knots(7)).toEqual([2.5, 18.3333, 34.1667, 50, 65.8333, 81.6667, 97.5]);
  });
});
