import type { PairEvidence } from "../pairEvidence.js";

/** Places of treatments of which each is compared directly with the next, and the last with the first. */
export type Loop = readonly number[];

/**
 * Triangles of direct comparisons, and, with `longest` 4, loops of four without a direct comparison across. Those which only trials of
 * all their treatments close are left out: they can't but be consistent.
 */
export function loopsOf(evidence: readonly PairEvidence[], longest: 3 | 4): readonly Loop[] {
  const neighbours = new Map<number, Set<number>>();
  const join = (a: number, b: number) => neighbours.set(a, (neighbours.get(a) ?? new Set()).add(b));
  for (const { pair } of evidence) {
    join(...pair);
    join(pair[1], pair[0]);
  }
  const places = [...neighbours.keys()].sort((a, b) => a - b);
  const isPair = (a: number, b: number) => neighbours.get(a)!.has(b);
  const after = (a: number, b: number) => [...neighbours.get(a)!].filter((c) => c > b).sort((c, d) => c - d);
  const triangles = places.flatMap((a) =>
    after(a, a).flatMap((b) => after(a, b).flatMap((c) => (isPair(b, c) ? [[a, b, c]] : []))),
  );
  const quadrilaterals = places.flatMap((a) =>
    after(a, a).flatMap((b) =>
      after(a, b).flatMap((d) =>
        isPair(b, d) ? [] : after(b, a).flatMap((c) => (isPair(c, d) && !isPair(a, c) ? [[a, b, c, d]] : [])),
      ),
    ),
  );
  const separate = separateTrials(evidence);
  return [...triangles, ...(longest === 4 ? quadrilaterals : [])].filter(separate);
}

/** Whether a trial of two of a loop's treatments lacks another. */
function separateTrials(evidence: readonly PairEvidence[]): (loop: Loop) => boolean {
  const trialsOf = new Map(evidence.map(({ pair, trials }) => [pair.join(), trials]));
  return (loop) =>
    edgesOf(loop).some(({ pair }) =>
      trialsOf.get(pair.join())!.some(({ trial }) => loop.some((place) => !trial.arms.includes(place))),
    );
}

/** A comparison of a loop, the earlier treatment against the later, and whether the way around the loop goes so. */
interface Edge {
  readonly pair: readonly [number, number];
  readonly sign: 1 | -1;
}

/** Around a loop, from its first treatment. */
export function edgesOf(loop: Loop): readonly Edge[] {
  return loop.map((from, i) => {
    const to = loop[(i + 1) % loop.length]!;
    return from < to ? { pair: [from, to], sign: 1 } : { pair: [to, from], sign: -1 };
  });
}
