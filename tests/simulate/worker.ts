// Simulates one part of a scenario for each message. Started by run.ts.
import { type PointSimulation, type Scenario, simulatePoints } from "@acumeta/acupoints";

/** A part of a scenario's replicates. */
export interface Part {
  readonly scenario: Scenario;
  readonly replicates: number;
  readonly seed: number;
}

process.on("message", ({ scenario, replicates, seed }: Part) => {
  const result: PointSimulation = simulatePoints(scenario, { replicates, seed });
  process.send!(result);
});
