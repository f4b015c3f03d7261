import { fixed, pText } from "@acumeta/core";
import type { pointGroupings } from "../model/groupings.js";
import type { PointsMatter } from "./pointsMatter.js";

const what = {
  point: "points",
  meridian: "meridians",
  region: "regions of the body",
  distance: "kinds of points (local, distal, any tender place)",
} as const satisfies Readonly<Record<keyof typeof pointGroupings, string>>;

/** What was found, what it may mean, and what could have been found. */
export function matterInWords({
  grouping,
  k,
  points,
  sigma,
  bootstrapCi,
  p,
  permutationP,
  share,
  detectable,
  level,
}: Omit<PointsMatter, "paragraph">): string {
  const name = what[grouping];
  const percent = (value: number) => `${Math.round(100 * value)} %`;
  const isFound = p < 1 - level;
  const sizes = `a standard deviation of ${fixed(sigma, 2)} SMD between ${name} (${percent(level)} limits ${fixed(bootstrapCi.lower, 2)} to ${fixed(bootstrapCi.upper, 2)})`;
  const tests = `${pText(p)} by bootstrap, ${pText(permutationP)} by dealing the prescriptions out anew`;
  const ofVariance = share === null ? "" : ` ${percent(share)} of the variance between trials is put down to them.`;
  const sure = `with ${percent(detectable.power)} probability`;
  const could =
    detectable.sigma === null
      ? `These trials would not have found any difference between ${name}, however large, ${sure}`
      : `In these trials a standard deviation had to be ${fixed(detectable.sigma, 2)} or more to be found ${sure}`;
  const verdict = isFound
    ? `${k} trials with ${points} ${name} show that ${name} differ: ${sizes}; ${tests}.${ofVariance}`
    : `${k} trials with ${points} ${name} do not show that ${name} differ: ${sizes}; ${tests}.${ofVariance}`;
  const meaning = isFound
    ? `That ${name} differ is not that any one of them is known to be better: see their limits and ranks. ${could}.`
    : `${could}: smaller differences may be there and would not be seen, and no ranking of ${name} can be read from these trials.`;
  return `${verdict} ${meaning}`;
}
