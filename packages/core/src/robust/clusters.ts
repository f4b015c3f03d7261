import { messages } from "../errors/messages.js";
import { metaError } from "../errors/metaError.js";
import type { CovarianceBlock } from "../regression/workingModel.js";
import type { GroupLabel } from "../subgroups/grouping.js";

/** Labels as text, one for each row; refuses what is no such list (`NO_CLUSTERS`) and a label that is missing (`NO_CLUSTER`). */
export function checkLabels(labels: readonly GroupLabel[], k: number): readonly string[] {
  if (!Array.isArray(labels)) throw metaError(messages.noClusters({ found: labels }));
  if (labels.length !== k)
    throw metaError(messages.unequalColumns({ lengths: { effects: k, cluster: labels.length } }));
  return labels.map((label, row) => {
    if (!isLabel(label)) throw metaError(messages.noCluster({ row, label }));
    return String(label);
  });
}

function isLabel(label: unknown): boolean {
  if (typeof label === "string") return label !== "";
  return typeof label === "number" ? Number.isFinite(label) : typeof label === "boolean";
}

/**
 * The blocks of a working model by cluster, clusters in the order in which they first come; one may hold several blocks.
 * Refuses (`CLUSTERS_SPLIT_BLOCK`) clusters that the working model takes as correlated with each other: a sandwich would
 * count as independent what is not.
 */
export function blocksByCluster(
  blocks: readonly CovarianceBlock[],
  labels: readonly string[],
): readonly (readonly CovarianceBlock[])[] {
  const byLabel = new Map<string, CovarianceBlock[]>();
  for (const label of labels) if (!byLabel.has(label)) byLabel.set(label, []);
  for (const block of blocks) {
    const label = labels[block.rows[0]!]!;
    const other = block.rows.find((row) => labels[row] !== label);
    if (other !== undefined) throw metaError(messages.clustersSplitBlock({ clusters: [label, labels[other]!] }));
    byLabel.get(label)!.push(block);
  }
  return [...byLabel.values()];
}
