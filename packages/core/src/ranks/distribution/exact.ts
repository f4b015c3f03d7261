import { type Differences, differences } from "../differences.js";
import { orthant, standardised } from "../exact/orthant.js";
import type { WorkingJoint } from "../workingJoint.js";
import { identical } from "./identical.js";
import type { RankMethod } from "./method.js";
import { permutations } from "./permutations.js";

/**
 * The probability of every order: that each treatment is better than the next, which is a probability of n − 1 differences to
 * be above 0 together.
 */
export const exact: RankMethod<"exact"> = {
  id: "exact",
  label: "multivariate normal (or t) integration over every order",
  citation: "Plackett 1954, Biometrika 41:351-360; Genz 2004, Statistics and Computing 14:251-260",
  most: 5,
  compute: (joint) => {
    const n = joint.names.length;
    const probabilityOf = probabilityOfOrders(joint);
    const orders = permutations(n).map((places) => ({ places, probability: probabilityOf(places) }));
    const probabilities = new Float64Array(n * n);
    for (const { places, probability } of orders)
      for (const [rank, i] of places.entries()) probabilities[i * n + rank]! += probability;
    return { probabilities, orders };
  },
};

/** Of treatments that are the same every order is as probable; none stands between them. */
function probabilityOfOrders(joint: WorkingJoint): (places: readonly number[]) => number {
  const first = identical(joint);
  const apart = differences(joint);
  const known = new Map<string, number>();
  return (places) => {
    const parted = places
      .filter((i, rank) => rank === 0 || first[i] !== first[places[rank - 1]!])
      .map((i) => first[i]!);
    if (new Set(parted).size < parted.length) return 0;
    const key = parted.join();
    const probability = known.get(key) ?? descending(joint, apart, parted);
    known.set(key, probability);
    return parted.reduce((rest, i) => rest / factorial(first.filter((other) => other === i).length), probability);
  };
}

/** The probability that each of these is better than the next. */
function descending(
  { V, df, names }: WorkingJoint,
  { difference, se }: Differences,
  places: readonly number[],
): number {
  const n = names.length;
  const k = places.length - 1;
  const thresholds = new Float64Array(k);
  const between = new Float64Array(k * k);
  for (let i = 0; i < k; i++) {
    const [a, b] = [places[i]!, places[i + 1]!];
    thresholds[i] = difference[a * n + b]!;
    for (let j = 0; j < k; j++) {
      const [c, d] = [places[j]!, places[j + 1]!];
      between[i * k + j] =
        i === j ? se[a * n + b]! ** 2 : V[a * n + c]! - V[a * n + d]! - V[b * n + c]! + V[b * n + d]!;
    }
  }
  return orthant(standardised(thresholds, between), df);
}

const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1));
