import { type DesignTrial, oddsSums } from "./oddsSums.js";

/** Log odds ratios of arms 1, 2, … of a design against arm 0, and their covariances, row by row in one array. */
export interface DesignEffects {
  readonly d: Float64Array;
  readonly S: Float64Array;
}

/**
 * Generalised Mantel-Haenszel log odds ratios of the arms of a design. Lᵢⱼ = ln(Rᵢⱼ/Rⱼᵢ) of each pair, Rᵢⱼ = Σaᵢbⱼ/N, are made
 * consistent as differences of the means Lᵢ₊/t (Mickey & Elashoff), with covariances that hold for few large trials and for
 * many sparse ones (Greenland; of two arms that of Robins, Breslow & Greenland):
 *
 *   var Lᵢⱼ = Σ(aᵢbⱼ + ψaⱼbᵢ)(aᵢ + bⱼ + ψ(aⱼ + bᵢ))/(2N²Rᵢⱼ²),  ψ = Rᵢⱼ/Rⱼᵢ
 *   cov(Lᵢⱼ, Lᵢₖ) = Σ(aᵢbⱼbₖ + ψⱼbᵢaⱼbₖ + ψₖbᵢbⱼaₖ + ψⱼaᵢaⱼbₖ + ψₖaᵢbⱼaₖ + ψⱼψₖbᵢaⱼaₖ)/(3N²RᵢⱼRᵢₖ),  ψⱼ = Rᵢⱼ/Rⱼᵢ
 *
 * Mickey & Elashoff 1985, Biometrics 41:623-635; Greenland 1989, Biometrics 45:183-191; Efthimiou et al. 2019, Statistics in
 * Medicine 38:2992-3012.
 */
export function designEffects(trials: readonly DesignTrial[]): DesignEffects {
  const { R } = oddsSums(trials);
  const t = R.length;
  const places = Array.from(R.keys());
  const L = (i: number, j: number) => (i === j ? 0 : Math.log(R[i]![j]! / R[j]![i]!));
  const means = places.map((i) => places.reduce((sum, j) => sum + L(i, j), 0) / t);
  const ofPairs = pairCovariance(trials, R);
  const ofMeans = (i: number, g: number) => {
    let sum = 0;
    for (const j of places) for (const l of places) if (i !== j && g !== l) sum += ofPairs(i, j, g, l);
    return sum / t ** 2;
  };
  const own = places.map((i) => places.map((g) => ofMeans(i, g)));
  const S = new Float64Array((t - 1) ** 2);
  for (let i = 1; i < t; i++)
    for (let g = 1; g < t; g++) S[(i - 1) * (t - 1) + g - 1] = own[i]![g]! - own[i]![0]! - own[0]![g]! + own[0]![0]!;
  return { d: Float64Array.from(means.slice(1), (mean) => mean - means[0]!), S };
}

/** cov(Lᵢⱼ, L_gl): 0 without an arm in common; L of an arm against another is minus that of the other against it. */
function pairCovariance(trials: readonly DesignTrial[], R: readonly Float64Array[]) {
  const known = new Map<string, number>();
  const sharing = (i: number, j: number, k: number): number => {
    const key = `${i},${Math.min(j, k)},${Math.max(j, k)}`;
    const value = known.get(key) ?? (j === k ? variance(trials, R, i, j) : covariance(trials, R, [i, j, k]));
    known.set(key, value);
    return value;
  };
  return (i: number, j: number, g: number, l: number): number => {
    if (i === g) return sharing(i, j, l);
    if (j === l) return sharing(j, i, g);
    if (i === l) return -sharing(i, j, g);
    if (j === g) return -sharing(j, i, l);
    return 0;
  };
}

function variance(trials: readonly DesignTrial[], R: readonly Float64Array[], i: number, j: number): number {
  if (i > j) return variance(trials, R, j, i);
  const psi = R[i]![j]! / R[j]![i]!;
  let sum = 0;
  for (const { a, n } of trials) {
    const N = n.reduce((total, each) => total + each, 0);
    const [ai, bi, aj, bj] = [a[i]!, n[i]! - a[i]!, a[j]!, n[j]! - a[j]!];
    sum += ((ai * bj + psi * aj * bi) * (ai + bj + psi * (aj + bi))) / (2 * N * N);
  }
  return sum / R[i]![j]! ** 2;
}

function covariance(
  trials: readonly DesignTrial[],
  R: readonly Float64Array[],
  [i, j, k]: readonly [number, number, number],
): number {
  const psiJ = R[i]![j]! / R[j]![i]!;
  const psiK = R[i]![k]! / R[k]![i]!;
  let sum = 0;
  for (const { a, n } of trials) {
    const N = n.reduce((total, each) => total + each, 0);
    const [ai, bi] = [a[i]!, n[i]! - a[i]!];
    const [aj, bj] = [a[j]!, n[j]! - a[j]!];
    const [ak, bk] = [a[k]!, n[k]! - a[k]!];
    const few = ai * bj * bk + psiJ * bi * aj * bk + psiK * bi * bj * ak;
    const many = psiJ * ai * aj * bk + psiK * ai * bj * ak + psiJ * psiK * bi * aj * ak;
    sum += (few + many) / (3 * N * N);
  }
  return sum / (R[i]![j]! * R[i]![k]!);
}
