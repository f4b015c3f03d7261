import type { Network } from "../result.js";

/** A design as a part of the network: its arms, as places, and the summed weights of their comparisons. */
export interface DesignLinks {
  readonly arms: readonly number[];
  readonly links: readonly { readonly i: number; readonly j: number; readonly weight: number }[];
}

/** Every design of a network, in the order of `designs`. */
export function designLinks({ designs, contrasts, treatments }: Network): readonly DesignLinks[] {
  const placeOf = new Map(treatments.map(({ name }, place) => [name, place]));
  const designOf = new Map(designs.flatMap(({ studies }, d) => studies.map((study) => [study, d])));
  const weights = designs.map(() => new Map<string, { readonly i: number; readonly j: number; weight: number }>());
  for (const { study, treat1, treat2, weight } of contrasts) {
    const d = designOf.get(study)!;
    const [i, j] = [treat1, treat2].map((name) => designs[d]!.treatments.indexOf(name)).sort((a, b) => a - b);
    const link = weights[d]!.get(`${i},${j}`) ?? { i: i!, j: j!, weight: 0 };
    link.weight += weight;
    weights[d]!.set(`${i},${j}`, link);
  }
  return designs.map((design, d) => ({
    arms: design.treatments.map((name) => placeOf.get(name)!),
    links: [...weights[d]!.values()],
  }));
}

/**
 * By how much an estimate takes each arm of a design: what a trial of the design finds in an arm enters with this factor; they
 * sum to 0. König, Krahn & Binder 2013, Statistics in Medicine 32:5414-5429.
 */
export function armFlows({ arms, links }: DesignLinks, z: Float64Array): Float64Array {
  const flows = new Float64Array(arms.length);
  for (const { i, j, weight } of links) {
    const flow = weight * (z[arms[i]!]! - z[arms[j]!]!);
    flows[i]! += flow;
    flows[j]! -= flow;
  }
  return flows;
}

/** How much evidence goes through a design: half the sum of its arms' absolute flows. */
export function throughput({ arms, links }: DesignLinks, z: Float64Array): number {
  if (arms.length === 2) return Math.abs(links[0]!.weight * (z[arms[0]!]! - z[arms[1]!]!));
  let sum = 0;
  for (const flow of armFlows({ arms, links }, z)) sum += Math.abs(flow);
  return sum / 2;
}
