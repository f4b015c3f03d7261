import { multilevel, randomEffects } from "@acumeta/core";
import { describe, expect, test } from "vitest";
import { faults } from "../faults.ts";
import { periodontal } from "./nestedEffects.ts";

const GONE = 3;
const dosed = periodontal.map((effect, i) => ({ ...effect, dose: i === GONE ? null : (i * 7) % 5 }));
const known = dosed.filter((_, i) => i !== GONE);
const block = (rows: readonly number[], share = 0.4) => ({
  rows,
  matrix: rows.map((a) => rows.map((b) => (a === b ? 1 : share) * Math.sqrt(dosed[a]!.vi * dosed[b]!.vi))),
});
const moderators = "~ dose + outcome";
const leaving = { moderators, missing: "leave out" } as const;

test("an effect without a moderator is refused, and the message says how to leave it out", () => {
  expect(() => multilevel(dosed, { moderators })).toThrow(
    expect.objectContaining({ code: "MISSING_MODERATOR", message: expect.stringContaining('missing: "leave out"') }),
  );
  expect(() => multilevel(dosed, { moderators, missing: "omit" as never })).toThrow(
    expect.objectContaining({ code: "UNKNOWN_CHOICE" }),
  );
});

describe("left out", () => {
  test("it is named, in a warning too, and nothing but it is missing", () => {
    const fit = multilevel(dosed, leaving);
    expect(fit.leftOut).toEqual([{ study: dosed[GONE]!.study, missing: ["dose"] }]);
    expect(fit.warnings).toContainEqual(expect.objectContaining({ code: "LEFT_OUT", studies: [dosed[GONE]!.study] }));
    expect(fit.k).toBe(known.length);
    expect(faults(fit)).toEqual([]);
    expect(multilevel(known, { moderators })).toMatchObject({ leftOut: [], warnings: [] });
  });

  test("the fit is that of the others, whose covariances stay with them", () => {
    const random = { inner: "outcome", outer: "trial", structure: "CS" } as const;
    const fit = multilevel(dosed, { ...leaving, random, V: [block([0, 1]), block([2, 3]), block([4, 5, 6], 0.3)] });
    const others = multilevel(known, {
      moderators,
      random,
      V: [block([0, 1]), block([4, 5, 6], 0.3)].map(({ rows, matrix }) => ({
        rows: rows.map((row) => (row > GONE ? row - 1 : row)),
        matrix,
      })),
    });
    expect({ ...fit, leftOut: [], warnings: [] }).toEqual(others);
  });

  test("the same by a model matrix, and by covariances in full", () => {
    const rows = dosed.map(({ dose, outcome }) => [1, dose ?? Number.NaN, outcome === "PD" ? 1 : 0]);
    const full = dosed.map((_, a) => dosed.map((_each, b) => (a === b ? dosed[a]!.vi : a + b === 5 ? 1e-4 : 0)));
    const matrix = { names: ["intrcpt", "dose", "outcomePD"], rows };
    const byMatrix = multilevel(dosed, { moderators: matrix, missing: "leave out", V: full });
    const byFormula = multilevel(dosed, { ...leaving, V: full });
    expect(byMatrix.coefficients).toEqual(byFormula.coefficients);
    expect(byMatrix.data.V).toEqual(byFormula.data.V);
    expect(byMatrix.leftOut).toEqual(byFormula.leftOut);
  });

  test("effects keep their numbers among all", () => {
    const [, effects] = randomEffects(multilevel(dosed, { ...leaving, random: "~ 1 | trial/effect" }));
    const numbers = effects!.effects.map(({ group }) => Number(group.split("/")[1]));
    expect(numbers).toEqual(known.map((effect) => dosed.indexOf(effect) + 1));
  });

  test("none left is refused", () => {
    const without = dosed.map((effect, i) => ({
      ...effect,
      dose: i % 2 === 0 ? null : 1,
      week: i % 2 === 0 ? 1 : null,
    }));
    expect(() => multilevel(without, { moderators: "~ dose + week", missing: "leave out" })).toThrow(
      expect.objectContaining({ code: "MISSING_MODERATOR" }),
    );
  });
});
