import { freeze } from "../numerics/freeze.js";
import type { PoolOptions } from "../pool/options.js";
import { pool } from "../pool/pool.js";
import { byMeasure } from "./byMeasure.js";
import { fitPlan } from "./fitPlan.js";
import type { MultiverseOptions } from "./options.js";
import { planOf } from "./plan.js";
import { readOptions } from "./readOptions.js";
import type { Multiverse } from "./result.js";
import { summarise } from "./summarise.js";

/**
 * Every defensible analysis at once (multiverse, specification curve): fits each combination of choices of data and
 * methods, and tells how much the estimate depends on which was taken.
 *
 * @param data What the choices start from: effects, or anything else with a `fit` or a `prepare` of its own.
 * @param options `choices`: dimension → option → what it does. A function changes the data, in the order of the
 * dimensions, and once for all combinations that share what comes before; an object holds options of the fit, of
 * which a later dimension overrides an earlier one; null does nothing. `prepare`: what to make of the data after all
 * choices. `fit`: `pool` unless given; another gives `{ estimate, ci }`, and what else a result of `pool` has where known.
 * @returns A deeply frozen, JSON-serialisable result. `specifications` are the combinations in nested order, the last
 * dimension fastest. Those of one `dataset` rest on the same data; those of one `analysis` have the same options of the fit
 * too, so that their choices differ without consequence. `summary` has for each measure the median, the quartiles and the
 * shares on either side of no effect, over all specifications and over the different analyses alone; the extremes; and for
 * each dimension the share η² of the variance of the estimates that lies between its options, by itself and whatever the
 * others.
 *
 * A combination that a MetaError refuses, as where its choices leave no effects, has `failed` with the reason; another
 * error goes on, naming the combination. Labels that are whole numbers come first, as in every object of JavaScript.
 *
 * The share of intervals that exclude no effect is no test, since specifications share their data: see `permuteMultiverse`.
 *
 * Throws `NO_CHOICES`, `NOT_AN_OPTION`, `TOO_MANY_COMBINATIONS` (more than 100,000), `NO_DATA` for a change that gives nothing,
 * `NOT_A_STEP`, `NO_ESTIMATE`, `ALL_REFUSED` where no combination has a result, and for an option that `pool` does not know what
 * `pool` throws.
 *
 * Steegen, Tuerlinckx, Gelman & Vanpaemel 2016, Perspectives on Psychological Science 11:702-712; Simonsohn, Simmons &
 * Nelson 2020, Nature Human Behaviour 4:1208-1214; in meta-analysis Voracek, Kossmeier & Tran 2019, Zeitschrift für
 * Psychologie 227:64-82.
 *
 * @example
 * import { multiverse } from "@acumeta/core";
 * const effects = [
 *   { study: "A", measure: "SMD" as const, yi: 0.1, vi: 0.02, rated: "high" },
 *   { study: "B", measure: "SMD" as const, yi: 0.5, vi: 0.05, rated: "high" },
 *   { study: "C", measure: "SMD" as const, yi: 0.3, vi: 0.01, rated: "high" },
 *   { study: "D", measure: "SMD" as const, yi: 0.9, vi: 0.08, rated: "low" },
 * ];
 * const { specifications, summary } = multiverse(effects, {
 *   choices: {
 *     trials: { all: null, "without low-rated": (list) => list.filter(({ rated }) => rated !== "low") },
 *     tau2: { REML: { tau2: "REML" }, DL: { tau2: "DL" } },
 *     interval: { HKSJ: { interval: "HKSJ" }, z: { interval: "z" } },
 *   },
 * });
 * specifications.length; // => 8
 * specifications[5].choices; // => { trials: "without low-rated", tau2: "REML", interval: "z" }
 * [specifications[5].estimate, specifications[5].dataset]; // => [0.2646, 2]
 * summary[0].specifications.shares.intervalAbove; // => 0.5
 * summary[0].explained.map(({ dimension, share }) => [dimension, share]);
 * // => [["trials", 0.9971], ["tau2", 0.0011], ["interval", 0.0]]
 */
export function multiverse<Item extends object, Prepared = readonly Item[], Options extends object = PoolOptions>(
  data: readonly Item[],
  options: MultiverseOptions<readonly Item[], Prepared, Options>,
): Multiverse;
export function multiverse<Data, Prepared = Data, Options extends object = PoolOptions>(
  data: Data,
  options: MultiverseOptions<Data, Prepared, Options>,
): Multiverse;
export function multiverse(data: unknown, options: object): Multiverse {
  const { dimensions, prepare, fit } = readOptions(options, { usual: pool });
  const plan = planOf(data, dimensions, prepare);
  const specifications = fitPlan(plan, fit);
  return freeze<Multiverse>({
    dimensions: dimensions.map(({ name, options: known }) => ({ name, options: known.map(({ label }) => label) })),
    specifications,
    failures: specifications.filter(({ failed }) => failed !== null).length,
    datasets: plan.datasets,
    summary: byMeasure(specifications).map((one) => summarise(one, dimensions)),
  });
}
