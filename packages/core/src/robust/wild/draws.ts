import { uniforms } from "../../resample/random.js";

/** How the residuals of m clusters are weighted. */
export interface WildDraws {
  /** Whether every choice of weights is made. */
  readonly exact: boolean;
  readonly draws: number;
  /** Fills in the weights of the draw that comes next; the first leaves all residuals as they are. */
  readonly next: (weights: Float64Array) => void;
}

/** All choices of one of `values` for each of m clusters, where they are no more than `draws`; else so many, by chance. */
export function wildDraws(
  values: readonly number[],
  m: number,
  { draws, seed }: { draws: number; seed: number },
): WildDraws {
  const all = values.length ** m;
  const exact = all <= draws;
  const random = uniforms(seed);
  const place = exact
    ? (draw: number, cluster: number) => Math.floor(draw / values.length ** cluster) % values.length
    : (draw: number) => (draw === 0 ? 0 : Math.floor(random() * values.length));
  let draw = 0;
  return {
    exact,
    draws: exact ? all : draws,
    next(weights) {
      for (let cluster = 0; cluster < m; cluster++) weights[cluster] = values[place(draw, cluster)]!;
      draw += 1;
    },
  };
}
