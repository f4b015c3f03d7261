import { type Effect, type MultiverseChoices, multiverse, type PoolOptions, type Specification } from "@acumeta/core";
import fc from "fast-check";
import { expect, test } from "vitest";
import { effectLists } from "../../properties/effectLists.ts";

type List = readonly Effect<"SMD">[];

const doubled = (list: List) => list.map((effect) => ({ ...effect, yi: 2 * effect.yi, vi: 4 * effect.vi }));
const positive = (list: List) => list.filter(({ yi }) => yi > 0);

const option = fc.oneof(
  fc.constant(null),
  fc.constantFrom<PoolOptions>({ tau2: "DL" }, { interval: "z" }, { tau2: "PM", level: 0.9 }, {}),
  fc.constantFrom<(list: List) => List>(
    (list) => list.slice(1),
    (list) => list.slice(0, 2),
    (list) => [...list, ...list],
    positive,
    doubled,
  ),
);

const named = <Item>(letter: string, items: readonly Item[]) =>
  Object.fromEntries(items.map((item, i) => [`${letter}${i}`, item]));

/** One to four dimensions of one to three options, one of the combinations that does nothing. */
const choicesOf: fc.Arbitrary<MultiverseChoices<List>> = fc
  .array(
    fc.array(option, { maxLength: 2 }).map((options) => named("o", [null, ...options])),
    { minLength: 1, maxLength: 4 },
  )
  .map((dimensions) => named("d", dimensions));

/** What was found, whatever it was numbered. */
function foundBy({ choices: _, dataset: __, analysis: ___, ...found }: Specification) {
  return found;
}

test("a combination is what it would be alone", () => {
  fc.assert(
    fc.property(effectLists(), choicesOf, (effects, choices) => {
      for (const specification of multiverse(effects, { choices }).specifications) {
        const alone = Object.fromEntries(
          Object.entries(specification.choices).map(([name, label]) => [name, { [label]: choices[name]![label]! }]),
        );
        const { failed } = specification;
        if (failed !== null) expect(() => multiverse(effects, { choices: alone })).toThrow(failed.message);
        else {
          const [own] = multiverse(effects, { choices: alone }).specifications;
          expect(foundBy(own!)).toEqual(foundBy(specification));
        }
      }
    }),
    { numRuns: 60 },
  );
});

/** Changes of which it does not matter which comes first. */
const commuting: MultiverseChoices<List> = {
  sign: { any: null, positive },
  unit: { one: null, two: doubled },
  tau2: { REML: { tau2: "REML" }, DL: { tau2: "DL" } },
  studies: { all: null, "without s0": (list) => list.filter(({ study }) => study !== "s0") },
};
const dimensions = Object.keys(commuting);

test("where changes commute, another order of dimensions is another order of rows", () => {
  const order = fc.shuffledSubarray(dimensions, { minLength: dimensions.length });
  fc.assert(
    fc.property(effectLists(), order, (effects, names) => {
      fc.pre(effects.some(({ yi, study }) => yi > 0 && study !== "s0"));
      const given = multiverse(effects, { choices: commuting });
      const choices = Object.fromEntries(names.map((name) => [name, commuting[name]!]));
      const other = multiverse(effects, { choices });
      const keyOf = ({ choices: taken }: Specification) => dimensions.map((name) => taken[name]).join();
      const rows = new Map(other.specifications.map((one) => [keyOf(one), one]));
      expect(rows.size).toBe(16);
      for (const one of given.specifications) expect(foundBy(rows.get(keyOf(one))!)).toEqual(foundBy(one));
      expect([other.datasets, other.failures]).toEqual([given.datasets, given.failures]);
      for (const { dimension, share } of given.summary[0]!.explained) {
        const same = other.summary[0]!.explained.find((one) => one.dimension === dimension)!;
        expect(same.share).toEqual(share === null ? null : expect.closeTo(share, 9));
      }
    }),
    { numRuns: 50 },
  );
});

test("where they do not, changes are made in the order of the dimensions", () => {
  const effects: List = [0.1, 0.4, 0.9].map((yi, i) => ({ study: `s${i}`, measure: "SMD", yi, vi: 0.04 }));
  const large = { large: (list: List) => list.filter(({ yi }) => yi >= 0.5) };
  const unit = { two: doubled };
  expect(multiverse(effects, { choices: { large, unit } }).specifications).toMatchObject([{ k: 1, estimate: 1.8 }]);
  expect(multiverse(effects, { choices: { unit, large } }).specifications).toMatchObject([{ k: 2 }]);
});
