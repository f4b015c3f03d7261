/** ln L of a trial by the effects of its arms, up to what is common to all of them, with its slope and minus its curvature. */
export interface TrialJet {
  readonly logLik: number;
  readonly score: Float64Array;
  /** Row by row; as many rows as `score` has elements. */
  readonly information: Float64Array;
}

export interface TrialLikelihood {
  /** Places of its treatments. */
  readonly arms: Int32Array;
  readonly at: (theta: Float64Array) => TrialJet;
}

/** What is left of slopes and curvatures by arms where a level common to all arms is at its best. */
export function withoutLevel({ logLik, score, information }: TrialJet, t: number): TrialJet {
  const q = score.length;
  const sums = new Float64Array(q);
  let total = 0;
  for (let i = 0; i < q; i++) {
    for (let j = 0; j < t; j++) sums[i]! += information[i * q + j]!;
    if (i < t) total += sums[i]!;
  }
  return {
    logLik,
    score,
    information: information.map((each, place) => each - (sums[Math.floor(place / q)]! * sums[place % q]!) / total),
  };
}
