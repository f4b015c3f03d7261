import { network } from "@acumeta/core";
import { comparison, trialOf } from "../randomNetworks.ts";

/** Synthetic: A against B in two ways, 10 and 5 units of information, and D beside. */
export const loop = [
  comparison("1", "A", "B", 0.8, 0.1),
  comparison("2", "A", "C", 0.5, 0.08),
  comparison("3", "C", "B", -0.3, 0.12),
  comparison("4", "D", "B", 0.1, 0.3),
];

export const fitLoop = () => network(loop, { tau2: "EE", interval: "z" });

/** The same with a trial of four arms. */
export const withFourArms = [
  ...loop,
  ...trialOf("5", [
    { treatment: "A", mean: 1, variance: 0.05 },
    { treatment: "B", mean: 0.4, variance: 0.1 },
    { treatment: "C", mean: 0.7, variance: 0.04 },
    { treatment: "D", mean: 0.2, variance: 0.2 },
  ]),
];

/** A trial of three arms whose variances are not those of independent arms: one of its reduced weights is below 0. */
export const withNegativeWeight = [
  ...loop,
  comparison("6", "A", "B", 0.5, 0.04),
  comparison("6", "A", "C", 0.4, 0.04),
  comparison("6", "B", "C", -0.1, 0.12),
];
