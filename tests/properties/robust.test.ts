import { type LinearModel, robust, robustWaldTest, wildBootstrap } from "@acumeta/core";
import fc from "fast-check";
import { expect, test } from "vitest";
import { robustAdjustments } from "../../packages/core/src/robust/adjustment/index.ts";
import { modelOf } from "../../packages/core/src/robust/modelOf.ts";
import { sandwichMoments } from "../../packages/core/src/robust/moments.ts";
import { coefficientDirection, sandwich } from "../../packages/core/src/robust/sandwich.ts";
import { type Clustered, randomModel } from "../core/robust/randomModel.ts";
import { expectNear } from "./near.ts";

/** Models of 6 to 12 clusters. */
const models = fc
  .record({
    clusters: fc.integer({ min: 6, max: 12 }),
    rows: fc.integer({ min: 1, max: 5 }),
    coefficients: fc.integer({ min: 1, max: 3 }),
    seed: fc.nat(),
  })
  .map(randomModel);
const types = fc.constantFrom("CR0", "CR1", "CR1p", "CR1S", "CR2");

/** Standard error and degrees of freedom of each coefficient. */
const told = ({ model, cluster }: Clustered, type: keyof typeof robustAdjustments) =>
  robust(model, { cluster, type }).coefficients.map(({ estimate, ci }) => ({ estimate, se: ci!.se, df: ci!.df! }));

test("the order of rows and of blocks does not matter", () => {
  const shuffled = models.chain((one) => {
    const rows = Array.from(one.model.y, (_, row) => row);
    return fc.tuple(fc.constant(one), fc.shuffledSubarray(rows, { minLength: rows.length }));
  });
  fc.assert(
    fc.property(shuffled, types, ([{ model, cluster }, order], type) => {
      const place = new Map(order.map((row, at) => [row, at]));
      const moved: LinearModel = {
        names: model.names,
        X: model.X.map((column) => order.map((row) => column[row]!)),
        y: order.map((row) => model.y[row]!),
        blocks: [...model.blocks]
          .reverse()
          .map(({ rows, matrix }) => ({ rows: Array.from(rows, (row) => place.get(row)!), matrix })),
      };
      const one = told({ model, cluster }, type);
      const other = told({ model: moved, cluster: order.map((row) => cluster[row]!) }, type);
      for (const [j, { estimate, se, df }] of one.entries()) {
        expectNear(other[j]!.estimate, estimate, { unit: se });
        expectNear(other[j]!.se, se);
        expectNear(other[j]!.df, df);
      }
    }),
  );
});

test("every cluster twice halves the variance CR0 and leaves the estimates", () => {
  fc.assert(
    fc.property(models, ({ model, cluster }) => {
      const k = model.y.length;
      const twice: LinearModel = {
        names: model.names,
        X: model.X.map((column) => [...Array.from(column), ...Array.from(column)]),
        y: [...Array.from(model.y), ...Array.from(model.y)],
        blocks: model.blocks.flatMap(({ rows, matrix }) => [
          { rows, matrix },
          { rows: Array.from(rows, (row) => row + k), matrix },
        ]),
      };
      const one = told({ model, cluster }, "CR0");
      const other = told({ model: twice, cluster: [...cluster, ...cluster.map((label) => `${label}'`)] }, "CR0");
      for (const [j, { estimate, se }] of one.entries()) {
        expectNear(other[j]!.estimate, estimate, { unit: se });
        expectNear(other[j]!.se ** 2, se ** 2 / 2);
      }
    }),
  );
});

test("a change of unit changes estimates and standard errors by it, and no degrees of freedom", () => {
  fc.assert(
    fc.property(models, types, fc.integer({ min: -40, max: 40 }), (one, type, power) => {
      const unit = 2 ** power;
      const y = Array.from(one.model.y, (each) => unit * each);
      const blocks = one.model.blocks.map(({ rows, matrix }) => ({
        rows,
        matrix: Array.from(matrix, (each) => unit ** 2 * each),
      }));
      const other = told({ model: { ...one.model, y, blocks }, cluster: one.cluster }, type);
      for (const [j, { estimate, se, df }] of told(one, type).entries()) {
        expectNear(other[j]!.estimate / unit, estimate, { unit: se });
        expectNear(other[j]!.se / unit, se);
        expectNear(other[j]!.df, df);
      }
    }),
  );
});

test("the size of the working covariance does not matter, its shape alone", () => {
  fc.assert(
    fc.property(models, types, (one, type) => {
      const blocks = one.model.blocks.map(({ rows, matrix }) => ({
        rows,
        matrix: Array.from(matrix, (each) => 8 * each),
      }));
      const other = told({ model: { ...one.model, blocks }, cluster: one.cluster }, type);
      for (const [j, { se, df }] of told(one, type).entries()) {
        expectNear(other[j]!.se, se);
        expectNear(other[j]!.df, df);
      }
    }),
  );
});

test("degrees of freedom lie between 1 and the number of clusters", () => {
  fc.assert(
    fc.property(models, types, (one, type) => {
      const m = new Set(one.cluster).size;
      for (const { df } of told(one, type)) {
        expect(df).toBeGreaterThan(1 - 1e-9);
        expect(df).toBeLessThan(m + 1e-9);
      }
    }),
  );
});

test("CR2 is unbiased where the working model holds, and CR0 too small", () => {
  fc.assert(
    fc.property(models, ({ model, cluster }) => {
      const expected = (type: "CR0" | "CR2") => {
        const made = sandwich(modelOf(model), cluster, robustAdjustments[type]);
        return model.names.map((_, j) => {
          const along = coefficientDirection(made, j);
          const modelBased = along.reduce((sum, each) => sum + each * each, 0);
          return sandwichMoments(made, [along]).mean[0]! / modelBased;
        });
      };
      for (const share of expected("CR2")) expectNear(share, 1);
      for (const share of expected("CR0")) expect(share).toBeLessThan(1);
    }),
  );
});

test("a Wald test does not change with the way its hypothesis is written", () => {
  const several = fc
    .record({ clusters: fc.integer({ min: 8, max: 12 }), rows: fc.integer({ min: 2, max: 4 }), seed: fc.nat() })
    .map((shape) => randomModel({ ...shape, coefficients: 3 }));
  fc.assert(
    fc.property(several, ({ model, cluster }) => {
      const by = (contrasts: number[][]) => robustWaldTest(model, { cluster, contrasts });
      const one = by([
        [0, 1, 0],
        [0, 0, 1],
      ]);
      const other = by([
        [0, 3, -2],
        [0, 1, 1],
      ]);
      expectNear(other.statistic!, one.statistic!, { unit: 1e-3 });
      expectNear(other.df2!, one.df2!);
    }),
  );
});

test("a wild bootstrap is the same for the same seed, and no p is 0", () => {
  fc.assert(
    fc.property(models, fc.nat(), fc.constantFrom("Rademacher", "Webb"), ({ model, cluster }, seed, weights) => {
      const options = { cluster, coefficient: "constant", seed, weights, draws: 50 } as const;
      const one = wildBootstrap(model, options);
      expect(wildBootstrap(model, options)).toEqual(one);
      expect(one.p).toBeGreaterThanOrEqual(1 / 50);
      expect(one.p).toBeLessThanOrEqual(1);
    }),
    { numRuns: 30 },
  );
});
