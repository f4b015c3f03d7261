import { positive } from "../errors/check.js";
import { messages } from "../errors/messages.js";
import { metaError } from "../errors/metaError.js";

/** The harmonic mean of some sizes, or the only one; refuses sizes that are not above 0, and no sizes. */
export function harmonicMeanOf(named: Readonly<Record<string, number | readonly number[]>>): number {
  let [k, sum] = [0, 0];
  for (const [name, sizes] of Object.entries(named)) {
    for (const size of typeof sizes === "number" ? [sizes] : sizes) {
      positive({ [name]: size });
      k += 1;
      sum += 1 / size;
    }
  }
  if (k === 0) throw metaError(messages.tooFewEffects({ k, needed: 1, what: "a mean size" }));
  return k / sum;
}
