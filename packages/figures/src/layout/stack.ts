/**
 * The tops nearest to those wished for (least squares) at which blocks of these heights do not overlap: pool adjacent
 * violators (Ayer, Brunk, Ewing, Reid & Silverman 1955, Annals of Mathematical Statistics 26:641-647).
 */
export function stack(wished: readonly number[], heights: readonly number[]): readonly number[] {
  const above = heights.map((_, i) => heights.slice(0, i).reduce((sum, height) => sum + height, 0));
  const pools: { sum: number; count: number }[] = [];
  const mean = ({ sum, count }: { sum: number; count: number }) => sum / count;
  wished.forEach((top, i) => {
    let pool = { sum: top - above[i]!, count: 1 };
    for (let last = pools.at(-1); last !== undefined && mean(last) > mean(pool); last = pools.at(-1)) {
      pool = { sum: last.sum + pool.sum, count: last.count + pool.count };
      pools.pop();
    }
    pools.push(pool);
  });
  return pools.flatMap((pool) => Array<number>(pool.count).fill(mean(pool))).map((start, i) => start + above[i]!);
}
