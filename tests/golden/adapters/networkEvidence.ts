import { contributionMatrix, directEvidence, evidenceFlow, hatMatrix, type Network, network } from "@acumeta/core";
import { type Adapter, type Answer, type GoldenCase, peerInexact } from "../goldenCase.ts";
import { fitNetwork, networkEffects } from "./network.ts";

type Named = { readonly treatment: string; readonly against: string };

const colon = ({ treatment, against }: Named): string => `${treatment}:${against}`;

const measures: Adapter = (golden) => {
  const fit = fitNetwork(golden, "EE");
  const evidence = directEvidence(fit);
  const { rows } = hatMatrix(fit);
  return {
    comparisons: evidence.map(colon),
    proportion_direct: evidence.map(({ share }) => share),
    mean_path_length: evidence.map(({ meanPathLength }) => meanPathLength),
    minimal_parallelism: evidence.map(({ minimalParallelism }) => minimalParallelism),
    hat_rows: rows.map(colon),
    hat_cols: rows.map(colon),
    hat_common: hatOf(golden, fit),
  };
};

/**
 * A factor is a difference of covariances, which R rounds: what is 0 is some 1e-15 there, and of 7.6623272701632038e-7 (by 50 digits,
 * netmeasures/Baker2009) 7.662327380e-7 is left. Where such a difference is much more than our own rounding, by how much a factor
 * changes with the reference, it is not compared.
 */
function hatOf(golden: GoldenCase, fit: Network): Answer {
  const reference = fit.treatments.map(({ name }) => name).findLast((name) => name !== fit.reference)!;
  const again = hatMatrix(network(networkEffects(golden), { tau2: "EE", interval: "z", reference })).matrix;
  const theirs = golden.expected.hat_common as readonly (readonly number[])[];
  return hatMatrix(fit).matrix.map((row, i) =>
    row.map((factor, j) => {
      const difference = Math.abs(factor - theirs[i]![j]!);
      const ownRounding = Math.abs(factor - again[i]![j]!);
      const isRoundedByR = difference > 1e-9 * Math.abs(factor) && difference < 1e-12 && 2 * ownRounding < difference;
      return isRoundedByR ? peerInexact : factor;
    }),
  );
}

const methods: Readonly<Record<string, "shortestPath" | "randomWalk">> = {
  shortestpath: "shortestPath",
  randomwalk: "randomWalk",
};

const contribution: Adapter = (golden) => {
  const { method } = golden.options as { method: string };
  const by = (tau2: "EE" | "DL") => contributionMatrix(fitNetwork(golden, tau2), { method: methods[method]! });
  const common = by("EE");
  return {
    rows: common.rows.map(colon),
    cols: common.pairs.map(colon),
    common: common.rows.map(({ pairs }) => pairs),
    random: by("DL").rows.map(({ pairs }) => pairs),
  };
};

/** Names of comparisons and of designs as R orders their treatments; R's effects are of the second against the first. */
const krahn: Adapter = (golden) => {
  const { direct_comparison, H_rows, H_cols } = golden.expected as Readonly<Record<string, readonly string[]>>;
  const fit = fitNetwork(golden, "EE");
  const evidence = new Map(directEvidence(fit).map((each) => [colon(each), each]));
  const direct = direct_comparison!.map((name) => {
    const [first, second] = name.split(":") as [string, string];
    const asIs = evidence.get(`${first}:${second}`)?.direct;
    const turned = evidence.get(`${second}:${first}`)?.direct;
    return { TE: asIs ? -asIs.estimate : turned?.estimate, seTE: (asIs ?? turned)?.se };
  });
  return {
    direct_comparison: direct_comparison!,
    direct_TE: direct.map(({ TE }) => TE),
    direct_seTE: direct.map(({ seTE }) => seTE),
    H: H_rows!.map((name) => factorsOf(fit, name, H_cols!)),
    H_rows: H_rows!,
    H_cols: H_cols!,
  };
};

/** The arms of a design but its first, one after the other for equal names. */
function factorsOf(fit: Network, row: string, columns: readonly string[]): readonly Answer[] {
  const [first, second] = row.split(":") as [string, string];
  const { designs } = evidenceFlow(fit, second, first);
  const byName = new Map(designs.map((design) => [[...design.treatments].sort().join(":"), design]));
  const times = new Map<string, number>();
  return columns.map((column) => {
    const time = (times.get(column) ?? 0) + 1;
    times.set(column, time);
    const names = column.split(":");
    const design = byName.get([...names].sort().join(":"));
    return design?.arms[design.treatments.indexOf(names[time]!)];
  });
}

export const networkEvidenceAdapters: Readonly<Record<string, Adapter>> = {
  "nma.measures": measures,
  "nma.krahn": krahn,
  "nma.contribution": contribution,
};
