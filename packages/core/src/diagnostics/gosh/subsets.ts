/** Subsets of k studies, one after another: the places of those in it, and how many there are of them. */
export interface Subsets {
  readonly count: number;
  /** Whether they are all that there are. */
  readonly exact: boolean;
  /** Writes the places of the next subset and returns its size. */
  readonly next: (places: Int32Array) => number;
}

/** Beyond so many studies all subsets can't be listed in memory. */
const MOST_LISTED = 30;

/**
 * All subsets of at least two of k studies where they are no more than `most`; else `most` random ones, each study in
 * with probability ½, so that every subset is as likely; a subset may come twice.
 */
export function subsetsOf(k: number, { most, random }: { most: number; random: () => number }): Subsets {
  const all = 2 ** k - k - 1;
  const exact = k <= MOST_LISTED && all <= most;
  let mask = 0;
  const listed = (i: number) => ((mask >>> i) & 1) === 1;
  const drawn = () => random() < 0.5;
  const chosen = (places: Int32Array): number => {
    if (exact) mask += 1;
    const isIn = exact ? listed : drawn;
    let size = 0;
    for (let i = 0; i < k; i++) if (isIn(i)) places[size++] = i;
    return size;
  };
  const next = (places: Int32Array): number => {
    for (;;) {
      const size = chosen(places);
      if (size >= 2) return size;
    }
  };
  return { count: exact ? all : most, exact, next };
}
