import { messages } from "../errors/messages.js";
import { metaError } from "../errors/metaError.js";
import { type Attempt, attempt, inWords, type Labels } from "./attempt.js";
import type { Dimension } from "./dimensions.js";

type Change = (data: unknown) => unknown;

/** The data of every combination of these dimensions, the last changing fastest; what combinations share is done once. */
export function dataSets(
  data: unknown,
  dimensions: readonly Dimension[],
  prepare: Change | null,
): readonly Attempt<unknown>[] {
  const all: Attempt<unknown>[] = [];
  const branch = (depth: number, labels: Labels, reached: Attempt<unknown>): void => {
    const dimension = dimensions[depth];
    if (dimension === undefined) {
      all.push(changed(reached, prepare, labels));
      return;
    }
    for (const { label, change } of dimension.options) {
      const taken = { ...labels, [dimension.name]: label };
      branch(depth + 1, taken, changed(reached, change, taken));
    }
  };
  branch(0, {}, { value: data, failed: null });
  return all;
}

function changed(reached: Attempt<unknown>, change: Change | null, labels: Labels): Attempt<unknown> {
  if (change === null || reached.failed !== null) return reached;
  const next = attempt(labels, () => change(reached.value));
  if (next.failed === null && (next.value === undefined || next.value === null || next.value instanceof Promise))
    throw metaError(messages.noData({ found: next.value, combination: inWords(labels) }));
  return next;
}
