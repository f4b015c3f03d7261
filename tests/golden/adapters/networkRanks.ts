import {
  compareTreatments,
  type GoodEnd,
  type JointEstimates,
  type Network,
  pScores,
  type Rankable,
  rankProbabilities,
} from "@acumeta/core";
import { type Adapter, type Answer, type Expected, type GoldenCase, peerInexact } from "../goldenCase.ts";
import { fitNetwork } from "./network.ts";

/** More than R's, so that nearly all of the Monte Carlo error is R's. */
const DRAWS = 100_000;

function directionOf({ options }: GoldenCase): { readonly better: GoodEnd; readonly worse: GoodEnd } {
  const { smallValues } = options as { smallValues: "desirable" | "undesirable" };
  return smallValues === "desirable" ? { better: "lower", worse: "higher" } : { better: "higher", worse: "lower" };
}

const pscore: Adapter = (golden) => {
  const { better, worse } = directionOf(golden);
  const common = fitNetwork(golden, "EE");
  const random = fitNetwork(golden);
  const scores = (fit: Network, end: GoodEnd) => pScores(fit, { better: end }).treatments.map(({ score }) => score);
  return {
    treatments: common.treatments.map(({ name }) => name),
    pscore_common: scores(common, better),
    pscore_random: scores(random, better),
    pscore_random_flipped: scores(random, worse),
  };
};

/**
 * netmeta 3.3 draws each treatment on its own, as if effects were independent: its numbers, SUCRA among them that miss its own
 * P-scores by up to 0.04, are those of `independent`. Where that and the joint distribution part, R is inexact.
 */
const rankogram: Adapter = (golden) => {
  const fit = fitNetwork(golden);
  const { better } = directionOf(golden);
  return orInexact(golden.expected, rankogramOf(fit, better), {
    peer: rankogramOf(independent(fit), better),
    tol: golden.tol!,
  });
};

function rankogramOf(source: Rankable, better: GoodEnd): Answer {
  const { treatments } = rankProbabilities(source, { better, draws: DRAWS });
  return {
    treatments: treatments.map(({ name }) => name),
    rank_probabilities_random: treatments.map(({ probabilities }) => probabilities),
    sucra_random: treatments.map(({ score }) => score),
    mean_rank_random: treatments.map(({ rank }) => rank.expected),
  };
}

/**
 * Independent estimates with quasi-variances (Firth & de Menezes 2004, Biometrika 91:65-80): the sums vᵢ + vⱼ are nearest to the
 * variances of the differences, by least squares.
 */
function independent(fit: Network): JointEstimates {
  const names = fit.treatments.map(({ name }) => name);
  const n = names.length;
  const [first] = names as [string];
  const variances = names.map((a) => names.map((b) => (a === b ? 0 : compareTreatments(fit, a, b).se ** 2)));
  const sums = variances.map((row) => row.reduce((sum, variance) => sum + variance, 0));
  const ofPairs = sums.reduce((total, sum) => total + sum, 0) / 2;
  return {
    names,
    estimates: names.map((name) => (name === first ? 0 : compareTreatments(fit, name, first).estimate)),
    vcov: sums.map((sum, i) => names.map((_, j) => (i === j ? (sum - ofPairs / (n - 1)) / (n - 2) : 0))),
  };
}

/** An answer, but where it differs from what is expected and the peer's way gives just that. */
function orInexact(
  expected: Expected,
  own: Answer,
  { peer, tol }: { readonly peer: Answer; readonly tol: number },
): Answer {
  if (typeof expected === "object" && expected !== null)
    return Object.fromEntries(
      Object.entries(expected).map(([key, part]) => [
        key,
        orInexact(part, partOf(own, key), { peer: partOf(peer, key), tol }),
      ]),
    );
  const isNear = (answer: Answer) =>
    typeof expected === "number" &&
    typeof answer === "number" &&
    Math.abs(answer - expected) <= tol * Math.max(1, Math.abs(expected));
  return !isNear(own) && isNear(peer) ? peerInexact : own;
}

const partOf = (answer: Answer, key: string): Answer => (answer as Readonly<Record<string, Answer>>)[key];

/** How acumeta answers the cases of a suite. */
export const networkRanksAdapters: Readonly<Record<string, Adapter>> = {
  "nma.pscore": pscore,
  "nma.rankogram": rankogram,
};
