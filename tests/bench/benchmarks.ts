import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import {
  bootstrapMembership,
  componentNetwork,
  gosh,
  influence,
  leagueTable,
  leaveOneOut,
  metaRegression,
  multilevel,
  multiMembership,
  network,
  permutationTest,
  pool,
  poolMany,
  pScores,
  robust,
  shrunkComponents,
  tQuantile,
} from "@acumeta/core";
import { forestPlot, toPng, toSvg } from "@acumeta/figures";
import {
  bcg,
  componentTrials,
  moderated,
  nested,
  networkTrials,
  pointTrials,
  resample,
  synthetic,
  syntheticColumns,
} from "./inputs.ts";

/** One thing that is timed. */
export interface Benchmark {
  readonly name: string;
  /** What it may take, in milliseconds; null where nothing was promised. */
  readonly budget: number | null;
  readonly run: () => unknown;
  /** The peer's counterpart, as R code to be timed: its name in peer/benchmarks.R. */
  readonly peer?: string;
  /** Milliseconds that `run` itself measured, instead of the time that it took. */
  readonly measuresItself?: true;
  /** Where the same is timed at several sizes: what the table of growth calls it, and how many there are of what. */
  readonly growth?: { readonly of: string; readonly k: number; readonly what: string };
}

const trials = bcg();
const forty = synthetic(40);
const fit40 = pool(forty);
const thousand = synthetic(1000);
const resampled = resample(trials, 1000);
const many = syntheticColumns(100_000, 10);
const oneGroup = {
  y: Float64Array.from(trials, ({ yi }) => yi),
  v: Float64Array.from(trials, ({ vi }) => vi),
  offsets: Int32Array.of(0, trials.length),
};
const regression = moderated(1000, 10);
const clustered = nested(1000);
const clusters = clustered.map(({ study }) => study);
const threeLevels = multilevel(clustered);
const combined = componentTrials();
const needled = pointTrials(100, 60);
const coldStart = fileURLToPath(new URL("coldStart.mjs", import.meta.url));

export const benchmarks: readonly Benchmark[] = [
  { name: "REML, HKSJ, prediction, Q-profile, k = 13", budget: 0.03, run: () => pool(trials), peer: "reml" },
  {
    name: "REML with interval by z, k = 13",
    budget: 0.03,
    run: () => poolMany(oneGroup, { interval: "z" }),
    peer: "remlAlone",
  },
  {
    name: "100,000 DL fits of k = 10 in one call",
    budget: 100,
    run: () => poolMany(many, { tau2: "DL", interval: "z" }),
    peer: "dl",
  },
  {
    name: "100,000 DL fits of k = 10 in one call (R: by columns, no metafor)",
    budget: 100,
    run: () => poolMany(many, { tau2: "DL", interval: "z" }),
    peer: "dlByColumns",
  },
  {
    name: "100,000 REML fits of k = 10 in one call",
    budget: 500,
    run: () => poolMany(many, { tau2: "REML", interval: "z" }),
  },
  { name: "REML, HKSJ, prediction, Q-profile, k = 1000", budget: null, run: () => pool(thousand), peer: "reml1000" },
  {
    name: "permutation test, all 8,192 sign flips of k = 13, REML",
    budget: null,
    run: () => permutationTest(trials, { draws: 8192, ci: false }),
    peer: "permutation",
  },
  {
    name: "bootstrap: 1,000 REML fits of k = 13",
    budget: null,
    run: () => poolMany(resampled, { interval: "z" }),
    peer: "bootstrap",
  },
  { name: "leave-one-out, REML, k = 40", budget: null, run: () => leaveOneOut(forty), peer: "leaveOneOut" },
  { name: "influence, REML, k = 40", budget: null, run: () => influence(forty), peer: "influence" },
  {
    name: "GOSH of all 8,178 subsets of k = 13, REML (R: 500 of them, times 16.356)",
    budget: null,
    run: () => gosh(trials),
    peer: "gosh",
  },
  {
    name: "meta-regression, k = 1000, 10 moderators",
    budget: 5,
    run: () => metaRegression(regression.effects, { moderators: regression.formula }),
    peer: "regression",
  },
  threeLevel(1000, { budget: 20, peer: "threeLevel1000" }),
  threeLevel(5000, { budget: 150, peer: "threeLevel5000" }),
  threeLevel(10_000),
  threeLevel(100_000),
  {
    name: "CR2 and Satterthwaite after a three-level model, k = 1000 in 200 clusters",
    budget: 50,
    run: () => robust(threeLevels, { cluster: clusters }),
    peer: "clusterRobust",
  },
  networkOf(10, 30, { budget: 2, peer: "network10" }),
  networkOf(50, 200, { budget: 15, peer: "network50" }),
  networkOf(200, 2000, { budget: 300 }),
  networkOf(1000, 20_000),
  {
    name: "component network, REML, 60 components, 160 trials",
    budget: 50,
    run: () => componentNetwork(combined, { inactive: "sham" }),
  },
  {
    name: "the same, its components drawn to a common mean by REML",
    budget: null,
    run: () => shrunkComponents(combined, { inactive: "sham" }),
  },
  {
    name: "multi-membership, 60 points, 100 trials, profile and averaged intervals",
    budget: 20,
    run: () => multiMembership(needled, { members: "points", moderators: "~ x" }),
  },
  {
    name: "the same by 1,000 parametric bootstraps: p alone",
    budget: 10_000,
    run: () => bootstrapMembership(needled, { members: "points", moderators: "~ x", ci: false }),
  },
  { name: "1,000 quantiles of t", budget: null, run: () => quantiles(), peer: "quantiles" },
  {
    name: "read the shipped trials, answer every question (fresh process)",
    budget: 300,
    run: () => Number(execFileSync("node", [coldStart], { encoding: "utf8" })),
    measuresItself: true,
  },
  {
    name: "forest plot of 40 studies, as SVG",
    budget: 150,
    run: () => toSvg(forestPlot(fit40)),
  },
  {
    name: "forest plot of 40 studies, as PNG",
    budget: 300,
    run: () => toPng(forestPlot(fit40)),
  },
];

function quantiles(): number {
  let sum = 0;
  for (let i = 1; i <= 1000; i++) sum += tQuantile(0.5 + i / 2002, 7);
  return sum;
}

/** Random effects of studies, five effects each, and of effects within them. */
function threeLevel(
  k: number,
  { budget = null, peer }: { readonly budget?: number | null; readonly peer?: string } = {},
): Benchmark {
  const effects = nested(k);
  return {
    name: `three-level model, REML, k = ${k}`,
    budget,
    run: () => multilevel(effects, { random: "~ 1 | study/effect" }),
    ...(peer === undefined ? {} : { peer }),
    growth: { of: "three-level model, REML", k, what: "effects" },
  };
}

/** A network of trials with two arms: its fit, the league table and P-scores. */
function networkOf(
  treatments: number,
  trials: number,
  { budget = null, peer }: { readonly budget?: number | null; readonly peer?: string } = {},
): Benchmark {
  const effects = networkTrials(treatments, trials);
  return {
    name: `network, REML, league table, P-scores, ${treatments} treatments, ${trials} trials`,
    budget,
    run: () => {
      const fit = network(effects);
      return [leagueTable(fit), pScores(fit, { better: "lower" })];
    },
    ...(peer === undefined ? {} : { peer }),
    growth: { of: `network of ${treatments} treatments, league table, P-scores`, k: trials, what: "trials" },
  };
}
