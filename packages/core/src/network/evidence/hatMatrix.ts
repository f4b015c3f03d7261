import type { Measure } from "../../effects/effect.js";
import { checkOptionNames } from "../../errors/checkOptionNames.js";
import { freeze } from "../../numerics/freeze.js";
import { choose } from "../../registry/choose.js";
import type { Network } from "../result.js";
import { workingNetwork } from "../workingNetwork.js";
import { comparedPairs } from "./comparedPairs.js";
import { potentials } from "./potentials.js";

export interface HatMatrixOptions {
  /** "pair" unless given: a row and a column for each two treatments that trials compare; "comparison": for each comparison of each trial. */
  readonly by?: "pair" | "comparison";
}

export interface HatRow {
  readonly treatment: string;
  readonly against: string;
  /** The trial, for a matrix by comparisons. */
  readonly study: string | null;
  /** How much of the fitted value is of this row's own evidence: its element of the diagonal. */
  readonly leverage: number;
}

/** The frozen, JSON-serialisable result of {@link hatMatrix}. */
export interface HatMatrix {
  readonly rows: readonly HatRow[];
  readonly matrix: readonly (readonly number[])[];
}

const ways = {
  pair: { id: "pair", label: "by pairs of treatments", citation: "" },
  comparison: { id: "comparison", label: "by comparisons of trials", citation: "" },
};

/**
 * The hat matrix of a network: by which factors each fitted value takes the evidence of each row, at the network's τ². Trials
 * of several arms count with their reduced weights, so that it is H = X(X′WX)⁻¹X′W with a diagonal W; HH = H, and the leverages
 * sum to the number of treatments less 1.
 *
 * Throws `NOT_A_NETWORK`, `UNKNOWN_OPTION`, `UNKNOWN_CHOICE`.
 *
 * Rücker 2012, Research Synthesis Methods 3:312-324; Davies, Papakonstantinou, Nikolakopoulou, Rücker & Galla 2022, Statistics
 * in Medicine 41:2091-2114.
 *
 * @example
 * import { hatMatrix, network } from "@acumeta/core";
 * const smd = { measure: "SMD" } as const;
 * const fit = network(
 *   [
 *     { ...smd, study: "A", treat1: "acupuncture", treat2: "sham", yi: -0.3, vi: 0.02 },
 *     { ...smd, study: "B", treat1: "acupuncture", treat2: "waiting", yi: -0.8, vi: 0.04 },
 *     { ...smd, study: "C", treat1: "sham", treat2: "waiting", yi: -0.2, vi: 0.04 },
 *   ],
 *   { tau2: "EE" },
 * );
 * hatMatrix(fit).matrix[0]; // => [0.8, 0.2, -0.2]
 */
export function hatMatrix<M extends Measure>(network: Network<M>, options: HatMatrixOptions = {}): HatMatrix {
  const { model, fitAt } = workingNetwork(network);
  checkOptionNames(options, ["by"], { type: "by" });
  const { id: by } = choose("by", ways, options.by ?? "pair");
  const names = model.treatments;
  const placeOf = new Map(names.map((name, place) => [name, place]));
  const columns =
    by === "pair"
      ? comparedPairs(network).map((pair) => ({ ...pair, study: null }))
      : network.contrasts.map(({ study, treat1, treat2, weight }) => ({
          study,
          a: placeOf.get(treat1)!,
          b: placeOf.get(treat2)!,
          weight,
        }));
  const potentialsOf = potentials(model, fitAt(network.tau2.value));
  const matrix = columns.map(({ a, b }) => {
    const z = potentialsOf(a, b);
    return columns.map((column) => column.weight * (z[column.a]! - z[column.b]!));
  });
  const rows = columns.map(({ a, b, study }, i) => ({
    treatment: names[a]!,
    against: names[b]!,
    study,
    leverage: matrix[i]![i]!,
  }));
  return freeze({ rows, matrix });
}
