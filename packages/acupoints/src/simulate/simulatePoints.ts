import { freeze } from "@acumeta/core";
import { mean } from "simple-statistics";
import { checkArgument } from "../checkArgument.js";
import { type Judgement, judge } from "./judge.js";
import { makeTrials } from "./makeTrials.js";
import { modelled, naive, oneByOne } from "./methods.js";
import type { Scenario } from "./scenario.js";

/** How often, and from which seed. */
export interface SimulationOptions {
  /** 100 unless given. */
  readonly replicates?: number;
  /** 1 unless given; replicate i is made from seed + i. */
  readonly seed?: number;
}

/** How a method did over all replicates: means of {@link Judgement}. */
export interface MethodRecord {
  readonly range: number;
  readonly best: number;
  readonly differing: number;
  readonly anyDiffers: number;
  readonly coverage: number | null;
  readonly spearman: number | null;
  readonly bestInTop5: number | null;
}

/** The frozen, JSON-serialisable result of {@link simulatePoints}. */
export interface PointSimulation {
  readonly scenario: Scenario;
  readonly replicates: number;
  readonly seed: number;
  readonly naive: MethodRecord;
  readonly oneByOne: MethodRecord;
  readonly model: MethodRecord & {
    /** Mean of σ, not of σ²; how often its limits hold the truth; how often σ² = 0 is rejected at 5 %. */
    readonly sigma: number;
    readonly coverageOfSigma: number;
    readonly rejections: number;
    /** Share of all points' intervals, not as differences from the average, that hold the truth. */
    readonly coverageOfPoints: number;
  };
}

/**
 * What three ways of judging points find in a world whose truth is known: the mean effect of the trials that list a point; the same
 * adjusted for comparator and standard error, one point at a time; and all points at once, drawn from one distribution. Of each: how
 * far its estimates spread, what it says the best point adds, how many points it says differ from the average, whether its intervals
 * hold, and how its order agrees with the truth.
 *
 * Throws `WRONG_ARGUMENT`.
 *
 * @example
 * import { simulatePoints } from "@acumeta/acupoints";
 * const scenario = { sigma: 0, tau: 0.35, trials: 80, points: 60, confounding: 0.8, bias: 1 };
 * const { naive, model } = simulatePoints(scenario, { replicates: 4 });
 * naive.range > 5 * model.range; // => true
 */
export function simulatePoints(scenario: Scenario, options: SimulationOptions = {}): PointSimulation {
  checkScenario(scenario);
  const { replicates = 100, seed = 1 } = { ...options };
  checkArgument(Number.isSafeInteger(replicates) && replicates >= 1, "replicates", replicates, "a whole number from 1");
  checkArgument(Number.isSafeInteger(seed), "seed", seed, "a whole number");
  const all = Array.from({ length: replicates }, (_, i) => replicate(scenario, seed + i));
  const share = (holds: (one: Replicate) => boolean) => mean(all.map((one) => (holds(one) ? 1 : 0)));
  return freeze<PointSimulation>({
    scenario,
    replicates,
    seed,
    naive: recordOf(all.map((one) => one.naive)),
    oneByOne: recordOf(all.map((one) => one.oneByOne)),
    model: {
      ...recordOf(all.map((one) => one.model)),
      sigma: mean(all.map(({ variance }) => Math.sqrt(variance.value))),
      coverageOfSigma: share(
        ({ variance: { lower, upper } }) => lower <= scenario.sigma ** 2 && scenario.sigma ** 2 <= upper,
      ),
      rejections: share(({ variance }) => variance.p < 0.05),
      coverageOfPoints: mean(all.map(({ coverageOfPoints }) => coverageOfPoints)),
    },
  });
}

function replicate(scenario: Scenario, seed: number) {
  const { trials, truth } = makeTrials(scenario, seed);
  const { judged, variance, coverageOfPoints } = modelled(trials, truth);
  return {
    naive: judge(naive(trials), truth),
    oneByOne: judge(oneByOne(trials), truth),
    model: judge(judged, truth),
    variance,
    coverageOfPoints,
  };
}

type Replicate = ReturnType<typeof replicate>;

function recordOf(judgements: readonly Judgement[]): MethodRecord {
  const average = (pick: (judgement: Judgement) => number) => mean(judgements.map(pick));
  const known = (pick: (judgement: Judgement) => number | null) => {
    const values = judgements.flatMap((judgement) => pick(judgement) ?? []);
    return values.length === 0 ? null : mean(values);
  };
  return {
    range: average(({ range }) => range),
    best: average(({ best }) => best),
    differing: average(({ differing }) => differing),
    anyDiffers: average(({ anyDiffers }) => (anyDiffers ? 1 : 0)),
    coverage: known(({ coverage }) => coverage),
    spearman: known(({ spearman }) => spearman),
    bestInTop5: known(({ bestInTop5 }) => bestInTop5),
  };
}

function checkScenario(scenario: Scenario): void {
  const allowed =
    "{ sigma, tau, trials, points, confounding, bias }: sigma, tau ≥ 0, trials from 10, points from 14, confounding from 0 to 1";
  const { sigma, tau, trials, points, confounding, bias } = { ...scenario };
  const isCount = (value: unknown, least: number) => Number.isSafeInteger(value) && (value as number) >= least;
  const isRight =
    [sigma, tau, confounding, bias].every((value) => typeof value === "number" && Number.isFinite(value)) &&
    sigma >= 0 &&
    tau >= 0 &&
    confounding >= 0 &&
    confounding <= 1 &&
    isCount(trials, 10) &&
    isCount(points, 14);
  checkArgument(isRight, "scenario", scenario, allowed);
}
