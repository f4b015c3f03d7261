import { messages } from "../../../errors/messages.js";
import { metaError } from "../../../errors/metaError.js";
import type { CountNetwork, CountTrial } from "../countTrial.js";

/**
 * Refuses (`SEPARATION`) counts whose likelihood rises for ever as the log odds of some treatments grow. θᵢ may grow beyond θⱼ
 * unless in some trial with both an event of j could have been one of i instead: j has events and i, of exact likelihoods,
 * patients without. If from each treatment such steps lead to every other the maximum is finite, and only then.
 *
 * Albert & Anderson 1984, Biometrika 71:1-10; as of paired comparisons Ford 1957, American Mathematical Monthly 64:28-33.
 */
export function refuseSeparation(
  { trials, treatments, reference }: CountNetwork,
  { rare }: { readonly rare: boolean },
) {
  const edges = trials.flatMap((trial) => movableEvents(trial, rare));
  const after = reachable(edges, reference);
  const before = reachable(
    edges.map(([i, j]) => [j, i] as const),
    reference,
  );
  const isAhead = (place: number) => (after.size < treatments.length ? after.has(place) : !before.has(place));
  const ahead = treatments.filter((_, place) => isAhead(place));
  const behind = treatments.filter((_, place) => !isAhead(place));
  if (ahead.length > 0 && behind.length > 0) throw metaError(messages.separatedNetwork({ ahead, behind }));
}

type Edge = readonly [number, number];

/** Pairs (i, j) of treatments of a trial such that an event of j could have been one of i. */
function movableEvents({ arms, a, n }: CountTrial, rare: boolean): readonly Edge[] {
  const places = [...arms.keys()];
  return places.flatMap((i) =>
    places.filter((j) => i !== j && a[j]! > 0 && (rare || a[i]! < n[i]!)).map((j) => [arms[i]!, arms[j]!] as const),
  );
}

function reachable(edges: readonly Edge[], start: number): ReadonlySet<number> {
  const reached = new Set([start]);
  const waiting = [start];
  for (let from = waiting.pop(); from !== undefined; from = waiting.pop())
    for (const [i, j] of edges)
      if (i === from && !reached.has(j)) {
        reached.add(j);
        waiting.push(j);
      }
  return reached;
}
