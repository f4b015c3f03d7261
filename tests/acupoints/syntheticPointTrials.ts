import type { PointTrial } from "@acumeta/acupoints";

/** A synthetic trial with fixed points, against sham unless told. */
export function pointTrial(
  trialId: string,
  yi: number,
  points: readonly string[],
  more: Partial<PointTrial> = {},
): PointTrial {
  const vi = more.vi ?? 0.04;
  return {
    study: trialId,
    trialId,
    measure: "SMD",
    yi,
    vi,
    n: 40,
    comparator: "sham",
    condition: "low-back-pain",
    needling: null,
    standardError: Math.sqrt(vi),
    points: Object.fromEntries(points.map((code) => [code, 1])),
    basis: "fixed",
    shamPenetrates: null,
    shamPoints: null,
    electro: null,
    sessions: null,
    needles: null,
    minutes: null,
    ...more,
  };
}
