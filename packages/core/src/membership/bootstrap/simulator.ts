import { normals } from "../../ranks/draw/normals.js";
import { uniforms } from "../../resample/random.js";
import type { MixedDesign } from "../../sparse/mixed/mixedDesign.js";
import { type NestedMaxima, nestedMaxima, reducedModels } from "../../sparse/mixed/termVariances.js";

/** A data set as it might have been, with what goes for both models. */
export interface Simulated {
  readonly model: MixedDesign;
  readonly maxima: () => NestedMaxima;
}

/**
 * Data sets of a model at given variances, τ² first: y = Σ√σ² Zz + √(v + τ²) z. The fixed part is left out, on which the restricted
 * likelihood does not depend. The same number of the same seed has the same z at any variances.
 */
export function simulator(model: MixedDesign, seed: number): (draw: number, theta: Float64Array) => Simulated {
  const reduced = reducedModels(model);
  const { design, fixed, termOf } = model;
  const { start, column, value } = design;
  return (draw, theta) => {
    const normal = normals(uniforms(seed + SPACING * draw));
    const effects = Float64Array.from(termOf, (term) => Math.sqrt(theta[1 + term]!) * normal());
    const y = design.v.map((v, i) => {
      let sum = Math.sqrt(v + theta[0]!) * normal();
      for (let a = start[i]!; a < start[i + 1]!; a++)
        if (column[a]! >= fixed) sum += value[a]! * effects[column[a]! - fixed]!;
      return sum;
    });
    const withY = (each: MixedDesign): MixedDesign => ({ ...each, design: { ...each.design, y } });
    const own = withY(model);
    return { model: own, maxima: () => nestedMaxima(own, reduced.map(withY)) };
  };
}

/** Far enough that seeds in use by hand do not meet. */
const SPACING = 7919;
