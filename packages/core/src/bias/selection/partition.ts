import { gaussLegendre } from "../../numerics/gaussLegendre.js";
import { normalQuantile } from "../../numerics/normal.js";
import { pValues } from "./pValues.js";
import type { PValues, WeightFunction } from "./weight/weightFunction.js";

/** The axis of the test statistic z, cut into cells of constant weight and points of a quadrature between them. */
export interface Partition {
  readonly cells: readonly { readonly from: number; readonly to: number }[];
  readonly points: Float64Array;
  readonly pointWeights: Float64Array;
  /** p-values of the cells, then of the points. */
  readonly p: PValues;
}

/** Every statistic has a variance of at least 1, so that panels this wide leave an error of order 1e-13. */
const PANEL = 1;
const POINTS_PER_PANEL = 10;
/** Below, a two-sided p is as good as 1. */
const INNERMOST = 1e-10;

/** Steps are cut where they fall: their cells have closed-form probabilities. Other weights are integrated. */
export function partition(
  weight: WeightFunction,
  { steps, ...sidedness }: Sidedness & { readonly steps: readonly number[] },
): Partition {
  return weight.shape === "steps"
    ? ofCells(edgesOfSteps(steps, sidedness.twoSided), sidedness)
    : ofPanels(edgesOfPanels(weight, sidedness), {
        ...sidedness,
        hasHole: sidedness.twoSided && weight.shape === "steep",
      });
}

type Sidedness = Parameters<typeof pValues>[1];

function edgesOfSteps(steps: readonly number[], twoSided: boolean): readonly number[] {
  const inner = steps.slice(0, -1).map((step) => -normalQuantile(twoSided ? step / 2 : step));
  return twoSided ? [...inner.map((z) => -z), ...inner.toReversed()] : inner.toReversed();
}

function ofCells(edges: readonly number[], sidedness: Sidedness): Partition {
  const all = [Number.NEGATIVE_INFINITY, ...edges, Number.POSITIVE_INFINITY];
  const cells = all.slice(1).map((to, i) => ({ from: all[i]!, to }));
  const p = pValues(cells.map(middle), sidedness);
  return { cells, points: new Float64Array(0), pointWeights: new Float64Array(0), p };
}

function middle({ from, to }: { readonly from: number; readonly to: number }): number {
  if (!Number.isFinite(from)) return Number.isFinite(to) ? to - 1 : 0;
  return Number.isFinite(to) ? 0.5 * (from + to) : from + 1;
}

/** From where the weight starts to vary to where it ends; two-sided ones mirrored, finer towards z = 0. */
function edgesOfPanels({ shape }: WeightFunction, { least, twoSided }: Sidedness): readonly number[] {
  const top = -normalQuantile(twoSided ? least.p / 2 : least.p);
  if (!twoSided) return panels(normalQuantile(least.q), top);
  if (shape !== "steep") return [...panels(-top, 0), ...panels(0, top).slice(1)];
  const fine: number[] = [];
  for (let z = Math.max(INNERMOST, least.q * Math.sqrt(Math.PI / 2)); z < 1; z *= 3) fine.push(z);
  const half = [...fine, ...panels(1, top)];
  return [...half.map((z) => -z).toReversed(), ...half];
}

function panels(from: number, to: number): readonly number[] {
  const n = Math.ceil((to - from) / PANEL);
  return Array.from({ length: n + 1 }, (_, i) => from + ((to - from) * i) / n);
}

/** The middle one of an odd number of panels, symmetric about 0, holds p = 1: it is a cell. */
function ofPanels(edges: readonly number[], sidedness: Sidedness & { readonly hasHole: boolean }): Partition {
  const half = edges.length / 2;
  const sides = sidedness.hasHole ? [edges.slice(0, half), edges.slice(half)] : [edges];
  const ends = [
    Number.NEGATIVE_INFINITY,
    ...sides.flatMap((side) => [side[0]!, side.at(-1)!]),
    Number.POSITIVE_INFINITY,
  ];
  const cells = ends.flatMap((from, i) => (i % 2 === 0 ? [{ from, to: ends[i + 1]! }] : []));
  const rules = sides.map((side) => gaussLegendre(side, POINTS_PER_PANEL));
  const points = Float64Array.from(rules.flatMap((rule) => [...rule.points]));
  const pointWeights = Float64Array.from(rules.flatMap((rule) => [...rule.weights]));
  const p = pValues([...cells.map(middle), ...points], sidedness);
  return { cells, points, pointWeights, p };
}
