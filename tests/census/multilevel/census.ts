import { isMetaError, multilevel } from "@acumeta/core";
import { SingleBar } from "cli-progress";
import Table from "cli-table3";
import { type Kind, kinds, type RandomModel, randomModel } from "./randomModel.ts";
import { secondRoute } from "./secondRoute.ts";

interface Tally {
  fits: number;
  refused: number;
  notConverged: number;
  notFinite: number;
  compared: number;
  /** Fits with a log-likelihood that the second optimiser exceeds. */
  lower: number;
  /** By how much the second optimiser exceeds ours at most; below 0 where it never does. */
  most: number;
  /** Fits that the second optimiser, from all its starts, does not reach. */
  higher: number;
}

export interface CensusOptions {
  readonly sets: number;
  readonly seed: number;
  /** How many of the data sets the second optimiser fits too. */
  readonly compared: number;
}

const TOLERANCE = 1e-6;
const STARTS = 10;

/**
 * Fits multilevel models to random data sets, a part of them also by another optimiser, on a likelihood of its own; prints a
 * table and gives the number of failures.
 */
export function multilevelCensus({ sets, seed, compared }: CensusOptions): number {
  const tallies = new Map(kinds.map((kind): [Kind, Tally] => [kind, none()]));
  const failures: string[] = [];
  const every = Math.max(1, Math.floor(sets / compared));
  const bar = new SingleBar({ format: "{bar} {value}/{total} data sets", hideCursor: true });
  bar.start(sets, 0);
  for (let set = 0; set < sets; set++) {
    const model = randomModel(seed + set);
    const isCompared = compared > 0 && Math.floor(set / every) < compared && set % every === turn(set, every);
    const failure = count(tallies.get(model.kind)!, model, isCompared ? seed + set : null);
    if (failure !== null) failures.push(`seed ${seed + set} (${model.kind}): ${failure}`);
    bar.update(set + 1);
  }
  bar.stop();
  print(tallies);
  for (const failure of failures.slice(0, 20)) console.log(failure);
  console.log(`${sets} data sets, ${failures.length} failures`);
  return failures.length;
}

/** Each kind of model comes to its turn, whatever the distance between those compared. */
function turn(set: number, every: number): number {
  return Math.floor(set / every) % Math.min(every, kinds.length);
}

function none(): Tally {
  return { fits: 0, refused: 0, notConverged: 0, notFinite: 0, compared: 0, lower: 0, most: -Infinity, higher: 0 };
}

/** Fits one model; what failed, or null. */
function count(tally: Tally, model: RandomModel, seedOfRoute: number | null): string | null {
  tally.fits += 1;
  const fit = tryToFit(model);
  if (typeof fit === "string") {
    tally.refused += 1;
    return fit;
  }
  if (!isFiniteThroughout(fit)) {
    tally.notFinite += 1;
    return "a number is not finite";
  }
  if (!fit.convergence.converged) {
    tally.notConverged += 1;
    return `not converged, slope ${fit.convergence.slope}`;
  }
  if (seedOfRoute === null) return null;
  tally.compared += 1;
  const excess = secondRoute(model, STARTS, seedOfRoute) - fit.fit.logLik;
  tally.most = Math.max(tally.most, excess);
  if (excess < -TOLERANCE) tally.higher += 1;
  if (!(excess > TOLERANCE)) return null;
  tally.lower += 1;
  return `log-likelihood lower by ${excess}`;
}

function tryToFit({ effects, options }: RandomModel) {
  try {
    return multilevel(effects, options);
  } catch (error) {
    if (isMetaError(error)) return error.message;
    throw error;
  }
}

/** Whether there is no NaN or infinity anywhere in a plain result. */
function isFiniteThroughout(value: unknown): boolean {
  if (typeof value === "number") return Number.isFinite(value);
  return typeof value !== "object" || value === null || Object.values(value).every(isFiniteThroughout);
}

function print(tallies: ReadonlyMap<Kind, Tally>): void {
  const table = new Table({
    head: [
      "random effects",
      "fits",
      "refused",
      "not converged",
      "not finite",
      "compared",
      `lower by > ${TOLERANCE}`,
      "most",
      `higher by > ${TOLERANCE}`,
    ],
    style: { head: [], border: [], compact: true },
  });
  for (const [kind, { fits, refused, notConverged, notFinite, compared, lower, most, higher }] of tallies) {
    const exceeded = compared === 0 ? "" : most.toExponential(1);
    table.push([kind, fits, refused, notConverged, notFinite, compared, lower, exceeded, higher]);
  }
  console.log(table.toString());
}
