import { metaError, multiverse } from "@acumeta/core";
import { expect, test } from "vitest";

type Cell = readonly number[];
const at = (place: number) => (cell: Cell) => [...cell, place];

/** A multiverse whose estimate in row i and column j is `table[i][j]`; null is refused. */
function explainedIn(table: readonly (readonly (number | null)[])[]) {
  const places = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, i) => [`o${i}`, at(i)]));
  const { summary } = multiverse<Cell>([], {
    choices: { row: places(table.length), column: places(table[0]!.length) },
    fit: ([i, j]: Cell) => {
      const estimate = table[i!]![j!]!;
      if (estimate === null)
        throw metaError({ code: "EMPTY", found: "nothing", allowed: "a number", mend: "Fill it." });
      return { estimate, ci: { lower: estimate - 1, upper: estimate + 1 } };
    },
  });
  return summary[0]!.explained;
}

const shares = (table: Parameters<typeof explainedIn>[0]) => explainedIn(table).map(({ share }) => share);

test("in a balanced table it is the sum of squares of the dimension over the total, by hand", () => {
  const [row, column] = shares([
    [1, 2, 6],
    [3, 4, 8],
  ]);
  // Mean 4. Rows 3 and 5: 3 (1 + 1) = 6. Columns 2, 3 and 7: 2 (4 + 1 + 9) = 28. Total 9 + 4 + 4 + 1 + 0 + 16 = 34.
  expect(row).toBeCloseTo(6 / 34, 14);
  expect(column).toBeCloseTo(28 / 34, 14);
});

test("what dimensions explain only together is in neither", () => {
  expect(
    shares([
      [1, -1],
      [-1, 1],
    ]),
  ).toEqual([0, 0]);
});

test("in an unbalanced table options weigh by how many succeeded, by hand", () => {
  const [row, column] = shares([
    [1, 2],
    [6, null],
  ]);
  // Mean 3, total 4 + 1 + 9 = 14. Rows 1.5 (two) and 6: 2 · 2.25 + 9 = 13.5. Columns 3.5 (two) and 2: 0.5 + 1 = 1.5.
  expect(row).toBeCloseTo(13.5 / 14, 14);
  expect(column).toBeCloseTo(1.5 / 14, 14);
});

test("it is not told where fewer than two options succeeded, or where estimates differ by rounding alone", () => {
  expect(
    shares([
      [1, 2],
      [null, null],
    ]),
  ).toEqual([null, 1]);
  expect(
    shares([
      [3, 3],
      [3, 3],
    ]),
  ).toEqual([null, null]);
  expect(
    shares([
      [0, 0],
      [0, 0],
    ]),
  ).toEqual([null, null]);
  expect(
    shares([
      [0.3, 0.1 + 0.2],
      [0.3, 0.3],
    ]),
  ).toEqual([null, null]);
});

test("it does not depend on the unit, however large or small", () => {
  for (const unit of [1e-300, 1e-6, 1e6, 1e300]) {
    const [row] = shares([
      [1 * unit, 2 * unit, 6 * unit],
      [3 * unit, 4 * unit, 8 * unit],
    ]);
    expect(row).toBeCloseTo(6 / 34, 12);
  }
});

test("beside it stand the options that succeeded, with their medians", () => {
  expect(
    explainedIn([
      [1, 2, 6],
      [null, 4, 8],
      [null, null, null],
    ])[0],
  ).toEqual({
    dimension: "row",
    share: expect.any(Number),
    options: [
      { option: "o0", specifications: 3, median: 2 },
      { option: "o1", specifications: 2, median: 6 },
    ],
  });
});
