import { uniforms } from "../../resample/random.js";
import type { RandomTerm } from "../random/term.js";
import type { Parameter } from "../structures/structure.js";
import { anglesOf } from "./lowerTriangle.js";

/** The random effects of a term at the start of a search: the variance of each level, and their correlations. */
interface Guess {
  readonly variances: readonly number[];
  readonly correlation: number;
  /** A level that runs against the rest. */
  readonly against: number | null;
}

/**
 * Where searches begin, with a variance to share: all terms and levels alike; each term with nearly all of it, and one that
 * is alone with a tenth and with ten times as much; in an unstructured one, with other correlations; where levels have
 * variances of their own, each level with nearly all or hardly any, and anywhere (by seeded random numbers).
 */
export function startsOf(terms: readonly RandomTerm[], tau2: number): readonly Float64Array[] {
  const parameters = terms.flatMap((term) => term.parameters);
  const alike = terms.map((term) => guess(term, tau2 / terms.length));
  const changed = (place: number, other: Guess) => alike.map((each, t) => (t === place ? other : each));
  const most =
    terms.length === 1
      ? [0.1, 10].map((factor) => [times(alike[0]!, factor)])
      : terms.map((_, t) => alike.map((each, other) => times(each, t === other ? 0.9 * terms.length : 0.1)));
  const guesses = [
    alike,
    ...most,
    ...terms.flatMap((term, t) => guessesOf(term, alike[t]!).map((each) => changed(t, each))),
  ];
  const anywhere = uniforms(1);
  return [
    ...guesses.map((each) => Float64Array.from(terms.flatMap((term, t) => parametersAt(term, each[t]!)))),
    ...Array.from({ length: terms.some(hasOwnVariances) ? RANDOM_STARTS : 0 }, () =>
      Float64Array.from(parameters, (parameter) => valueAnywhere(parameter, tau2 / terms.length, anywhere)),
    ),
  ];
}

const RANDOM_STARTS = 12;

function guess({ levels }: RandomTerm, tau2: number): Guess {
  return { variances: levels.names.map(() => tau2), correlation: 0.5, against: null };
}

function times(guess: Guess, factor: number): Guess {
  return { ...guess, variances: guess.variances.map((each) => factor * each) };
}

function hasOwnVariances({ parameters, levels }: RandomTerm): boolean {
  const variances = parameters.filter(({ kind }) => kind === "variance" || kind === "standard deviation");
  return levels.names.length > 1 && variances.length > 1;
}

/** Other guesses than that all levels are alike. */
function guessesOf(term: RandomTerm, alike: Guess): readonly Guess[] {
  const { parameters, levels } = term;
  const hasAngles = parameters.some(({ kind }) => kind === "angle");
  const each = hasOwnVariances(term) ? levels.names.map((_, level) => level) : [];
  const unlike = (level: number, own: number, others: number): Guess => ({
    ...alike,
    variances: alike.variances.map((variance, i) => variance * (i === level ? own : others)),
  });
  return [
    ...each.map((level) => unlike(level, 4, 0.01)),
    ...(levels.names.length > 2 ? each : []).map((level) => unlike(level, 0.01, 4)),
    ...(hasAngles ? [0, -0.8].map((correlation) => ({ ...alike, correlation })) : []),
    ...(hasAngles ? each.slice(1) : []).map((against) => ({ ...alike, correlation: 0.9, against })),
  ];
}

/** A variance from 0.03 to 3,000 times a guess; a correlation or an angle anywhere between its bounds. */
function valueAnywhere({ kind, lower, upper }: Parameter, tau2: number, random: () => number): number {
  const variance = tau2 * 10 ** (5 * random() - 1.5);
  if (kind === "variance") return variance;
  return kind === "standard deviation" ? Math.sqrt(variance) : lower + (upper - lower) * random();
}

function parametersAt(
  { parameters, levels }: RandomTerm,
  { variances, correlation, against }: Guess,
): readonly number[] {
  const m = levels.names.length;
  if (parameters.some(({ kind }) => kind === "angle")) {
    const common = Math.max(correlation, -0.8 / (m - 1));
    const sign = (level: number) => (level === against ? -1 : 1) * Math.sqrt(variances[level]!);
    const G = Float64Array.from({ length: m * m }, (_, at) => {
      const [i, j] = [Math.floor(at / m), at % m];
      return (i === j ? 1 : common) * sign(i) * sign(j);
    });
    return anglesOf(G, m);
  }
  return parameters.map(({ kind }, i) => {
    if (kind === "correlation") return correlation;
    return kind === "variance" ? variances[i]! : Math.sqrt(variances[i]!);
  });
}
