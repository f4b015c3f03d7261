import type { Measure } from "../../effects/effect.js";
import { warningMessages as texts } from "../../errors/messages.js";
import { bilinear } from "../../linear/products.js";
import { freeze } from "../../numerics/freeze.js";
import type { Warning } from "../../pool/result.js";
import type { SparseLeastSquares } from "../../sparse/sparseLeastSquares.js";
import type { NetworkModel } from "../arrange/networkModel.js";
import { subnetworks } from "../arrange/subnetworks.js";
import { thetaOf } from "../contrastsOf.js";
import type { Network } from "../result.js";
import { workingNetwork } from "../workingNetwork.js";
import { contrastCovariance } from "./contrastCovariance.js";
import { type DesignEvidence, designEvidence, type PooledDesign, pooledDesign } from "./designEvidence.js";
import { detachedQ } from "./detachedQ.js";
import { type PartOfQ, partOfQ } from "./partOfQ.js";
import { withinTau2 } from "./withinTau2.js";

/** A treatment against the first of a design, by the trials of that design alone and by the network, at τ² = 0. */
export interface DesignEstimate {
  readonly treatment: string;
  readonly against: string;
  readonly estimate: number;
  readonly se: number;
  readonly network: number;
}

/** What one design adds to the Q of a network. */
export interface DesignQ {
  readonly treatments: readonly string[];
  readonly studies: readonly string[];
  /** How its trials differ from each other. */
  readonly within: PartOfQ;
  /** How its own estimates differ from those of the network: its part of Q between, r′V⁻¹r. */
  readonly inconsistency: number;
  /** Q between where this design has effects of its own; null where it has them anyway, as nothing else leads there. */
  readonly detached: PartOfQ | null;
  readonly estimates: readonly DesignEstimate[];
  /** Covariances of `estimates`. */
  readonly vcov: readonly (readonly number[])[];
}

/** The frozen, JSON-serialisable result of {@link decomposeQ}. */
export interface QDecomposition {
  /** All trials around the network's estimates, at τ² = 0: within and between together. */
  readonly total: PartOfQ;
  /** Trials around the estimates of their design: heterogeneity. */
  readonly within: PartOfQ;
  /** Estimates of designs around those of the network: inconsistency. */
  readonly between: PartOfQ;
  readonly designs: readonly DesignQ[];
  /**
   * Q between with the τ² of the model in which every design has effects of its own (full design-by-treatment interaction), so
   * that heterogeneity is not taken for inconsistency; null where no design has more trials than tell its effects.
   */
  readonly random: (PartOfQ & { readonly tau2: number }) | null;
  readonly warnings: readonly Warning[];
}

/**
 * The Q of a network by where it comes from: trials of one design that differ, and designs that differ. A design is the set of
 * treatments that a trial compares; designs that agree on all effects make a consistent network. Q between is the Wald test of
 * the design-by-treatment interaction. Without degrees of freedom between designs, nothing can be inconsistent: p is null, and
 * the warning `NO_LOOPS` says so.
 *
 * τ² within designs is estimated as that of the network was.
 *
 * Throws `NOT_A_NETWORK`.
 *
 * Krahn, Binder & König 2013, BMC Medical Research Methodology 13:35; Higgins, Jackson, Barrett, Lu, Ades & White 2012,
 * Research Synthesis Methods 3:98-110; Jackson, Barrett, Rice, White & Higgins 2014, Statistics in Medicine 33:3639-3654.
 *
 * @example
 * import { decomposeQ, network } from "@acumeta/core";
 * const smd = { measure: "SMD" } as const;
 * const fit = network([
 *   { ...smd, study: "A", treat1: "acupuncture", treat2: "sham", yi: -0.3, vi: 0.02 },
 *   { ...smd, study: "B", treat1: "acupuncture", treat2: "sham", yi: -0.1, vi: 0.02 },
 *   { ...smd, study: "C", treat1: "acupuncture", treat2: "waiting", yi: -0.9, vi: 0.04 },
 *   { ...smd, study: "D", treat1: "sham", treat2: "waiting", yi: -0.2, vi: 0.05 },
 * ]);
 * const { total, within, between } = decomposeQ(fit);
 * [total.Q, within.Q, between.Q]; // => [3.5, 1.0, 2.5]
 * between.p; // => 0.1138
 */
export function decomposeQ<M extends Measure>(network: Network<M>): QDecomposition {
  const { model, fitAt } = workingNetwork(network);
  const evidence = designEvidence(network.designs, model);
  const fit = fitAt(0);
  const around = evidence.map((each) => aroundNetwork(each, model, fit));
  const within = sumOf(around.map(({ pooled }) => pooled));
  const between = { Q: totalQ(around), df: fit.df - within.df };
  const covariance = contrastCovariance(model, fit);

  const designs = network.designs.map((design, d): DesignQ => {
    const { places } = evidence[d]!;
    const { pooled, residuals, Q } = around[d]!;
    const freed = freedBy(d, network, model);
    const others = places.slice(1).map((place) => [place, places[0]!] as const);
    const inNetwork = Float64Array.from(others.flatMap((a) => others.map((b) => covariance(a, b))));
    const beside = { residuals, own: pooled.vcov, network: inNetwork };
    return {
      ...design,
      within: partOfQ(pooled.Q, pooled.df),
      inconsistency: Q,
      detached: freed === 0 ? null : partOfQ(between.Q - detachedQ(beside, freed), between.df - freed),
      estimates: others.map((_, i) => ({
        treatment: design.treatments[i + 1]!,
        against: design.treatments[0]!,
        estimate: pooled.effects[i]!,
        se: Math.sqrt(pooled.vcov[i * (others.length + 1)]!),
        network: pooled.effects[i]! - residuals[i]!,
      })),
      vcov: others.map((_, i) => Array.from(pooled.vcov.subarray(i * others.length, (i + 1) * others.length))),
    };
  });
  return freeze<QDecomposition>({
    total: partOfQ(within.Q + between.Q, fit.df),
    within: partOfQ(within.Q, within.df),
    between: partOfQ(between.Q, between.df),
    designs,
    random: within.df === 0 ? null : betweenAt(withinTau2(designsOf(evidence), network.choices.tau2)),
    warnings: between.df === 0 ? [texts.noLoops()] : [],
  });

  function betweenAt(tau2: number): PartOfQ & { readonly tau2: number } {
    const there = fitAt(tau2);
    return { ...partOfQ(totalQ(evidence.map((each) => aroundNetwork(each, model, there))), between.df), tau2 };
  }
}

const designsOf = (evidence: readonly DesignEvidence[]) => evidence.map(({ design }) => design);

/** The estimates of a design less those of the network at the same τ², and their Q. */
interface AroundNetwork {
  readonly pooled: PooledDesign;
  readonly residuals: Float64Array;
  readonly Q: number;
}

function aroundNetwork(
  evidence: DesignEvidence,
  { reference }: NetworkModel,
  { beta, tau2 }: SparseLeastSquares,
): AroundNetwork {
  const pooled = pooledDesign(evidence, tau2);
  const [first, ...others] = evidence.places.map((place) => thetaOf(beta, place, reference));
  const residuals = pooled.effects.map((effect, i) => effect - (others[i]! - first!));
  return { pooled, residuals, Q: bilinear(residuals, pooled.precision, residuals) };
}

const totalQ = (designs: readonly { readonly Q: number }[]) => designs.reduce((sum, { Q }) => sum + Q, 0);

const sumOf = (designs: readonly PooledDesign[]) => ({
  Q: totalQ(designs),
  df: designs.reduce((sum, { df }) => sum + df, 0),
});

/** How many degrees of freedom between designs go with a design: its treatments less the parts into which the rest falls. */
function freedBy(d: number, { designs }: Network, { treatments }: NetworkModel): number {
  const links = designs.flatMap((design, other) => {
    if (other === d) return [];
    const [first, ...rest] = design.treatments.map((name) => treatments.indexOf(name));
    return rest.map((place) => [first!, place] as const);
  });
  return designs[d]!.treatments.length - subnetworks(treatments.length, links).length;
}
