/**
 * The mean rank of a treatment over the orders that a partial order leaves open, as if each treatment that is not compared with
 * it stood anywhere among those above and below it: (a + 1)(n + 1)/(a + b + 2) with a above and b below.
 *
 * Brüggemann, Sørensen, Lerche & Carlsen 2004, Journal of Chemical Information and Computer Sciences 44:618-625.
 */
export function averageRank({ n, above, below }: { n: number; above: number; below: number }): number {
  return ((above + 1) * (n + 1)) / (above + below + 2);
}
