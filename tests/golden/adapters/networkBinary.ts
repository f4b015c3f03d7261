import {
  type BinaryNetwork,
  binaryNetwork,
  compareTreatments,
  type EventsArm,
  type TreatmentEffect,
} from "@acumeta/core";
import type { Adapter, GoldenCase } from "../goldenCase.ts";

/** The arms of a case, from its comparisons. */
function armsOf({ input }: GoldenCase): readonly EventsArm[] {
  const { studlab, treat1, treat2, event1, n1, event2, n2 } = input as {
    studlab: (string | number)[];
    treat1: string[];
    treat2: string[];
    event1: number[];
    n1: number[];
    event2: number[];
    n2: number[];
  };
  const rows = studlab.flatMap((study, i) => [
    { study: String(study), treatment: treat1[i]!, a: event1[i]!, n: n1[i]! },
    { study: String(study), treatment: treat2[i]!, a: event2[i]!, n: n2[i]! },
  ]);
  return [...new Map(rows.map((arm) => [JSON.stringify([arm.study, arm.treatment]), arm])).values()];
}

/**
 * netmeta's "NCH" is the likelihood approximated for rare events, without the trials that its Mantel-Haenszel method leaves out
 * for designs with an arm without events, although they inform it.
 */
function fitOf(golden: GoldenCase): BinaryNetwork {
  const arms = armsOf(golden);
  const mh = binaryNetwork(arms, { method: "MH" });
  if (golden.options.method === "MH") return mh;
  const without = new Set(mh.leftOut.map(({ study }) => study));
  return binaryNetwork(
    arms.filter(({ study }) => !without.has(study)),
    { method: "NCH-approximate" },
  );
}

const netmetabin: Adapter = (golden) => {
  const fit = fitOf(golden);
  const names = fit.treatments.map(({ name }) => name);
  const matrixOf = (of: (effect: TreatmentEffect) => number) =>
    names.map((a) => names.map((b) => (a === b ? 0 : of(compareTreatments(fit, a, b)))));
  return {
    treatments: names,
    TE_common: matrixOf(({ estimate }) => estimate),
    seTE_common: matrixOf(({ se }) => se),
    k: fit.k,
    // netmeta gives none.
    Q: null,
    df: null,
  };
};

/** How acumeta answers the cases of a suite. */
export const networkBinaryAdapters: Readonly<Record<string, Adapter>> = { "nma.netmetabin": netmetabin };
