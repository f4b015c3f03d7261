import { finite, positive } from "../errors/check.js";
import { messages } from "../errors/messages.js";
import { metaError } from "../errors/metaError.js";
import { semidefiniteCholesky } from "../linear/cholesky.js";
import type { Network } from "../network/result.js";
import type { GoodEnd, JointEstimates, Rankable } from "./joint.js";

/** What is to be ranked, turned so that more is better. */
export interface WorkingJoint {
  readonly names: readonly string[];
  readonly advantage: Float64Array;
  /** Covariances, row by row in one array. */
  readonly V: Float64Array;
  readonly df: number | null;
}

/** Refuses (`NOT_RANKABLE`, `BAD_JOINT_ESTIMATES`, `TOO_FEW_TREATMENTS`, `UNKNOWN_DIRECTION`) what can't be ranked. */
export function workingJoint(source: Rankable, better: GoodEnd): WorkingJoint {
  const joint = jointOf(source);
  const sign = signOf(better);
  const n = joint.names.length;
  if (n < 2) throw metaError(messages.tooFewToRank({ n, needed: 2, what: "ranks" }));
  return { ...joint, advantage: joint.advantage.map((estimate) => sign * estimate) };
}

function signOf(better: unknown): 1 | -1 {
  if (better === "higher") return 1;
  if (better === "lower") return -1;
  throw metaError(messages.unknownDirection({ found: better }));
}

function jointOf(source: Rankable): WorkingJoint {
  const found: unknown = source;
  if (typeof found !== "object" || found === null) throw metaError(messages.notRankable({ found }));
  if ("contrasts" in source && "scaled" in source) return ofNetwork(source);
  if (!("names" in source && "estimates" in source && "vcov" in source))
    throw metaError(messages.notRankable({ found }));
  checkJoint(source);
  return withReference(source, source.names.length);
}

/** With the covariances by which the network's own intervals are made. */
function ofNetwork({ effects, vcov, scaled, treatments, reference }: Network): WorkingJoint {
  const names = effects.map(({ treatment }) => treatment);
  const estimates = effects.map(({ estimate }) => estimate);
  const joint = withReference(
    { names, estimates, vcov, df: scaled.df, reference },
    treatments.findIndex(({ name }) => name === reference),
  );
  return { ...joint, V: joint.V.map((covariance) => scaled.factor * covariance) };
}

/** The reference, where there is one, at a place among the others. */
function withReference({ names, estimates, vcov, df = null, reference }: JointEstimates, place: number): WorkingJoint {
  const n = names.length + (reference === undefined ? 0 : 1);
  const advantage = new Float64Array(n);
  const V = new Float64Array(n * n);
  const placeOf = (i: number) => (i < place ? i : i + 1);
  for (let i = 0; i < names.length; i++) {
    const row = vcov[i]!;
    advantage[placeOf(i)] = estimates[i]!;
    for (let j = 0; j < names.length; j++) V[placeOf(i) * n + placeOf(j)] = row[j]!;
  }
  return {
    names: reference === undefined ? names : [...names.slice(0, place), reference, ...names.slice(place)],
    advantage,
    V,
    df,
  };
}

function checkJoint({ names, estimates, vcov, df, reference }: JointEstimates): void {
  const all = [...checkedNames(names), ...(reference === undefined ? [] : checkedNames([reference]))];
  const repeated = all.find((name, i) => all.indexOf(name) < i);
  if (repeated !== undefined) refuse("names", `two of the name ${JSON.stringify(repeated)}`, "names that differ");
  const n = names.length;
  if (!isList(estimates, n)) refuse("estimates", "another number of estimates", `a list of ${n}, one for each name`);
  if (!isList(vcov, n) || !vcov.every((row) => isList(row, n)))
    refuse("vcov", "another shape", `${n} rows of ${n} covariances`);
  estimates.forEach((estimate) => {
    if (!Number.isFinite(estimate)) finite({ estimate });
  });
  for (const row of vcov)
    row.forEach((covariance) => {
      if (!Number.isFinite(covariance)) finite({ covariance });
    });
  if (df !== undefined && df !== null) positive({ df });
  const isSymmetric = vcov.every((row, i) => row.every((covariance, j) => isNear(covariance, vcov[j]![i]!)));
  if (!isSymmetric || semidefiniteCholesky(Float64Array.from(vcov.flat()), n) === null)
    refuse("vcov", "a matrix that is no covariance", "a symmetric matrix, positive semi-definite");
}

function checkedNames(names: readonly unknown[]): readonly string[] {
  if (!Array.isArray(names) || !names.every((name) => typeof name === "string" && name.trim() !== ""))
    refuse("names", "something else than names", "a list of texts");
  return names as readonly string[];
}

const isList = (value: unknown, length: number): boolean => Array.isArray(value) && value.length === length;

const isNear = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-8 * Math.max(Math.abs(a), Math.abs(b));

function refuse(option: string, found: string, allowed: string): never {
  throw metaError(messages.badJointEstimates({ option, found, allowed }));
}
