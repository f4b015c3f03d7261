import { poolMany, type Tau2Method, tau2Estimators } from "@acumeta/core";
import { SingleBar } from "cli-progress";
import Table from "cli-table3";
import { gradients } from "./gradients.ts";
import { randomGroups } from "./randomGroups.ts";

const BATCH = 10_000;
const TOLERANCE = 1e-8;

interface Tally {
  fits: number;
  notConverged: number;
  notFinite: number;
  /** Fits whose gradient is not 0 inside, or above 0 at the boundary. */
  notStationary: number;
  worst: number;
}

/** Sends random data sets through every estimator of τ²; prints a table and gives the number of failures. */
export function estimatorCensus(sets: number, seed: number): number {
  const tallies = new Map(
    Object.keys(tau2Estimators).map((id): [string, Tally] => [
      id,
      { fits: 0, notConverged: 0, notFinite: 0, notStationary: 0, worst: 0 },
    ]),
  );
  const bar = new SingleBar({ format: "{bar} {value}/{total} data sets", hideCursor: true });
  bar.start(sets, 0);
  for (let done = 0; done < sets; done += BATCH) {
    const groups = randomGroups(Math.min(BATCH, sets - done), seed + done / BATCH);
    for (const [id, tally] of tallies) {
      const fits = poolMany(groups, { tau2: id as Tau2Method, interval: "z" });
      for (let g = 0; g < fits.k.length; g++) {
        tally.fits += 1;
        if (fits.converged[g] !== 1) tally.notConverged += 1;
        if (![fits.estimate[g], fits.se[g], fits.tau2[g], fits.I2[g]].every(Number.isFinite)) tally.notFinite += 1;
        const tau2 = fits.tau2[g]!;
        const [start, end] = [groups.offsets[g], groups.offsets[g + 1]];
        const gradient = gradients[id]?.(groups.y.subarray(start, end), groups.v.subarray(start, end), tau2) ?? 0;
        const excess = tau2 === 0 ? Math.max(0, gradient) : Math.abs(gradient);
        tally.worst = Math.max(tally.worst, excess);
        if (!(excess < TOLERANCE)) tally.notStationary += 1;
      }
    }
    bar.update(Math.min(sets, done + BATCH));
  }
  bar.stop();
  print(tallies);
  const failed = [...tallies.values()].reduce((sum, t) => sum + t.notConverged + t.notFinite + t.notStationary, 0);
  console.log(`${sets} data sets, ${failed} failures`);
  return failed;
}

function print(tallies: ReadonlyMap<string, Tally>): void {
  const table = new Table({
    head: ["τ²", "fits", "not converged", "not finite", `gradient > ${TOLERANCE}`, "worst gradient"],
    style: { head: [], border: [], compact: true },
  });
  for (const [id, { fits, notConverged, notFinite, notStationary, worst }] of tallies)
    table.push([id, fits, notConverged, notFinite, notStationary, gradients[id] ? worst.toExponential(1) : ""]);
  console.log(table.toString());
}
