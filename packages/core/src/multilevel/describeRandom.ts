import { componentsOf } from "./components.js";
import type { RandomTerm } from "./random/term.js";
import type { FittedRandom } from "./result.js";
import { rowsOf } from "./rowsOf.js";
import type { Solved } from "./solve.js";
import { identityStructure } from "./structures/independent.js";
import { knownCorrelation } from "./structures/known.js";
import { typicalVariance } from "./typicalVariance.js";
import { unitOf } from "./unitOf.js";

/** The random effects of a fitted model: their variances and correlations, and the shares of those that are intercepts. */
export function describeRandom({ prepared, maximum, at, without }: Solved): readonly FittedRandom[] {
  const { model, scale } = prepared;
  const { terms } = model;
  const components = componentsOf(terms, at.covariances, maximum, scale);
  const typical = typicalVariance(model, without);
  const areIntercepts = terms.every(isIntercept);
  const total = components.reduce((sum, [variance]) => sum + variance!.value, typical * scale ** 2);
  let first = 0;
  return terms.map((term, t) => {
    const from = first;
    first += term.parameters.length;
    const m = term.levels.names.length;
    return {
      label: term.label,
      structure: term.structure.id as FittedRandom["structure"],
      groups: term.groups,
      levels: term.levels.names,
      correlation: term.levels.correlation === null ? null : rowsOf(term.levels.correlation, m),
      outer: Array.from(term.outer),
      inner: Array.from(term.inner),
      components: components[t]!,
      G: rowsOf(
        at.covariances[t]!.G.map((each) => each * scale ** 2),
        m,
      ),
      I2: areIntercepts ? (100 * components[t]![0]!.value) / total : null,
      parameters: term.parameters.map(({ kind }, i) => ({ kind, value: unitOf(kind, scale) * maximum.x[from + i]! })),
    };
  });
}

function isIntercept({ structure, levels }: RandomTerm): boolean {
  return (structure === identityStructure && levels.names.length === 1) || structure === knownCorrelation;
}
