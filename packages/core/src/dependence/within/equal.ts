import type { WithinWeights } from "./weights.js";

/**
 * The plain mean, w = 1/n: every effect of the cluster is as good an answer to the question as any other.
 *
 * Borenstein, Hedges, Higgins & Rothstein 2009, Introduction to Meta-Analysis, ch. 24.
 */
export const equal: WithinWeights<"equal"> = {
  id: "equal",
  label: "plain mean",
  citation: "Borenstein, Hedges, Higgins & Rothstein 2009, Introduction to Meta-Analysis, ch. 24",
  compute: (_, n) => new Float64Array(n).fill(1 / n),
};
