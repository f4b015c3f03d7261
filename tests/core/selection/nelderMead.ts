/** The lowest point that a simplex finds from a start, started anew at its end until that no longer helps. */
export function nelderMead(f: (x: readonly number[]) => number, start: readonly number[], size = 0.3) {
  let best = { x: start, value: f(start) };
  for (let round = 0; round < 12; round++) {
    const next = once(f, best.x, size * 0.6 ** round);
    const isSettled = next.value > best.value - 1e-11;
    if (next.value < best.value) best = next;
    if (isSettled && round > 2) break;
  }
  return best;
}

interface Vertex {
  readonly x: readonly number[];
  readonly value: number;
}

function once(f: (x: readonly number[]) => number, start: readonly number[], size: number): Vertex {
  const at = (x: readonly number[]): Vertex => ({ x, value: f(x) });
  const n = start.length;
  let simplex = [at(start), ...start.map((_, i) => at(start.map((value, j) => value + (i === j ? size : 0))))];
  for (let step = 0; step < 150 * n; step++) {
    simplex = simplex.toSorted((a, b) => a.value - b.value);
    const [lowest, highest] = [simplex[0]!, simplex[n]!];
    if (highest.value - lowest.value < 1e-13) break;
    const middle = start.map((_, i) => simplex.slice(0, n).reduce((sum, { x }) => sum + x[i]! / n, 0));
    const along = (t: number) => at(middle.map((value, i) => value + t * (highest.x[i]! - value)));
    const reflected = along(-1);
    const candidate =
      reflected.value < lowest.value
        ? lower(reflected, along(-2))
        : reflected.value < highest.value
          ? reflected
          : along(0.5);
    if (candidate.value < highest.value) simplex[n] = candidate;
    else
      simplex = simplex.map(({ x }, v) => (v === 0 ? lowest : at(x.map((value, i) => 0.5 * (value + lowest.x[i]!)))));
  }
  return simplex.reduce(lower);
}

function lower(a: Vertex, b: Vertex): Vertex {
  return b.value < a.value ? b : a;
}
