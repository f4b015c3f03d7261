import type { RandomTerm } from "../random/term.js";
import { valuesBetween } from "../search/alongCorrelation.js";
import { startsOf } from "../search/starts.js";

/** Where searches for a profile begin: as those for the maximum do, and from other values of each correlation. */
export function profileStarts(terms: readonly RandomTerm[], tau2: number): readonly Float64Array[] {
  const starts = startsOf(terms, tau2);
  const others = terms
    .flatMap(({ parameters }) => parameters)
    .flatMap(({ kind, lower, upper }, place) =>
      kind === "correlation"
        ? valuesBetween(lower, upper).map((value) => starts[0]!.map((each, i) => (i === place ? value : each)))
        : [],
    );
  return [...starts, ...others];
}
