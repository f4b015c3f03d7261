/** Orders of labels, one after the other: `next` puts the next one in place, and is false after the last. */
export interface Arrangements {
  readonly count: number;
  readonly isExact: boolean;
  readonly labels: Int32Array;
  readonly next: () => boolean;
}

/**
 * Every different order of labels where these are no more than `draws`; else the order given and `draws − 1` random ones.
 *
 * All orders: Knuth 2011, The Art of Computer Programming 4A, sec. 7.2.1.2, algorithm L; random ones: Durstenfeld 1964,
 * Communications of the ACM 7:420.
 */
export function arrangements(
  given: Int32Array,
  { draws, random }: { readonly draws: number; readonly random: () => number },
): Arrangements {
  const count = orders(given, draws);
  if (count <= draws) {
    const labels = Int32Array.from(given).sort();
    return { count, isExact: true, labels, next: () => advance(labels) };
  }
  const labels = Int32Array.from(given);
  let made = 1;
  const next = () => {
    if (made === draws) return false;
    made += 1;
    shuffle(labels, random);
    return true;
  };
  return { count: draws, isExact: false, labels, next };
}

/** k!/∏mⱼ!, m how often each label comes; Infinity where it is more than `most`. */
function orders(labels: Int32Array, most: number): number {
  const seen = new Map<number, number>();
  let ofFirst = 1;
  for (const [i, label] of labels.entries()) {
    const times = (seen.get(label) ?? 0) + 1;
    seen.set(label, times);
    ofFirst = (ofFirst * (i + 1)) / times;
    if (ofFirst > most) return Number.POSITIVE_INFINITY;
  }
  return ofFirst;
}

/** The next order in the alphabet; false after the last. */
function advance(labels: Int32Array): boolean {
  let j = labels.length - 2;
  while (j >= 0 && labels[j]! >= labels[j + 1]!) j -= 1;
  if (j < 0) return false;
  let l = labels.length - 1;
  while (labels[j]! >= labels[l]!) l -= 1;
  swap(labels, j, l);
  labels.subarray(j + 1).reverse();
  return true;
}

function shuffle(labels: Int32Array, random: () => number): void {
  for (let i = labels.length - 1; i > 0; i--) swap(labels, i, Math.floor(random() * (i + 1)));
}

function swap(labels: Int32Array, i: number, j: number): void {
  const kept = labels[i]!;
  labels[i] = labels[j]!;
  labels[j] = kept;
}
