import { assumedCovariance, multilevel } from "@acumeta/core";
import { expect, test } from "vitest";
import { faults } from "../faults.ts";
import { correlationsOf, expectCloseMatrix, repeated } from "./effects.ts";

const outcome = { column: "outcome", correlation: 0.5 } as const;
const time = { column: "week", autocorrelation: 0.9 } as const;

test("blocks are clusters, in the order in which they first come, with vi on the diagonal", () => {
  const V = assumedCovariance(repeated, { correlation: 0.6 });
  expect(V.map(({ cluster, rows }) => ({ cluster, rows }))).toEqual([
    { cluster: "A", rows: [0, 1, 3, 4] },
    { cluster: "B", rows: [2] },
  ]);
  expect(V.map(({ matrix }) => matrix.map((row, i) => row[i]))).toEqual([[0.04, 0.09, 0.16, 0.25], [0.02]]);
});

test("one correlation: of any two effects of a cluster", () => {
  const [A] = assumedCovariance(repeated, { correlation: 0.6 });
  expectCloseMatrix(correlationsOf(A!), [
    [1, 0.6, 0.6, 0.6],
    [0.6, 1, 0.6, 0.6],
    [0.6, 0.6, 1, 0.6],
    [0.6, 0.6, 0.6, 1],
  ]);
  expect(A!.matrix[0]![1]).toBeCloseTo(0.6 * 0.2 * 0.3, 12);
});

test("outcomes and times: the product of what tells two effects apart", () => {
  const [A] = assumedCovariance(repeated, { outcome, time });
  const phi = 0.9 ** 2;
  expectCloseMatrix(correlationsOf(A!), [
    [1, phi, 0.5, 0.5 * phi],
    [phi, 1, 0.5 * phi, 0.5],
    [0.5, 0.5 * phi, 1, phi],
    [0.5 * phi, 0.5, phi, 1],
  ]);
});

test("correlation is of those that nothing else tells apart", () => {
  const [A] = assumedCovariance(repeated, { outcome, correlation: 0.8 });
  expectCloseMatrix(correlationsOf(A!), [
    [1, 0.8, 0.5, 0.5],
    [0.8, 1, 0.5, 0.5],
    [0.5, 0.5, 1, 0.8],
    [0.5, 0.5, 0.8, 1],
  ]);
});

test("outcomes correlated by their names, whatever the order of the names", () => {
  const names = ["function", "sleep", "pain"];
  const matrix = [
    [1, 0.1, 0.7],
    [0.1, 1, 0.2],
    [0.7, 0.2, 1],
  ];
  const named = assumedCovariance(repeated, { outcome: { column: "outcome", correlation: { names, matrix } }, time });
  expect(named).toEqual(assumedCovariance(repeated, { outcome: { column: "outcome", correlation: 0.7 }, time }));
});

test("a wider or a narrower cluster: another column", () => {
  const wide = repeated.map((effect) => ({ ...effect, laboratory: 7 }));
  const V = assumedCovariance(wide, { cluster: "laboratory", correlation: 0.3 });
  expect(V.map(({ cluster, rows }) => ({ cluster, rows }))).toEqual([{ cluster: "7", rows: [0, 1, 2, 3, 4] }]);
});

test("the result is frozen plain data that multilevel takes", () => {
  const V = assumedCovariance(repeated, { outcome, time });
  expect(faults(V)).toEqual([]);
  expect(JSON.parse(JSON.stringify(V))).toEqual(V);
  const fit = multilevel(repeated, { random: "~ 1 | study", V });
  expect(fit.data.V).toEqual(V.filter(({ rows }) => rows.length > 1).map(({ rows, matrix }) => ({ rows, matrix })));
});
