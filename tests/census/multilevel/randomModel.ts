import {
  type Effect,
  type KnownCorrelation,
  type MultilevelOptions,
  normalQuantile,
  type RandomEffect,
  type SamplingBlock,
} from "@acumeta/core";
import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

/** An effect with its places among the random effects. */
export interface DependentEffect extends Effect<"SMD"> {
  readonly level: number;
  readonly country: string;
  readonly x: number;
}

export const kinds = ["nested", "crossed", "known", "ID", "DIAG", "CS", "HCS", "UN", "AR", "HAR", "CAR"] as const;
export type Kind = (typeof kinds)[number];

/** Synthetic effects, and the model to fit to them. */
export interface RandomModel {
  readonly kind: Kind;
  readonly effects: readonly DependentEffect[];
  readonly options: MultilevelOptions & {
    readonly random: readonly RandomEffect[];
    readonly V: readonly SamplingBlock[];
  };
}

/** The first numbers of neighbouring seeds are alike. */
const WARM_UP = 20;

interface Draws {
  readonly uniform: () => number;
  readonly normal: () => number;
}

/**
 * The same for the same seed: 4 to 60 effects of 2 or 3 levels (or 4) in groups, a tenth of them not measured or more;
 * variances of the random effects that are 0 in a quarter of the models, else from 0.001 to 10 times the sampling
 * variances, which are of a ratio up to 100; correlations of either sign up to 1; sampling errors of a group that are
 * correlated in a quarter of the models, and a moderator in a third.
 */
export function randomModel(seed: number): RandomModel {
  const generator = xoroshiro128plus(seed);
  const uniform = () => uniformFloat64(generator);
  const draws = {
    uniform,
    normal: () => normalQuantile(Math.min(1 - 1e-16, Math.max(1e-16, uniform()))),
  };
  for (let skipped = 0; skipped < WARM_UP; skipped++) uniform();
  const kind = kinds[seed % kinds.length]!;
  const effects = randomEffects(draws);
  const V = uniform() < 0.25 ? correlatedErrors(effects, 0.9 * uniform()) : [];
  return {
    kind,
    effects,
    options: {
      random: randomOf(kind, draws),
      method: uniform() < 0.5 ? "ML" : "REML",
      moderators: uniform() < 1 / 3 ? "~ x" : "~ 1",
      V,
    },
  };
}

function randomEffects({ uniform, normal }: Draws): readonly DependentEffect[] {
  const levels = uniform() < 0.1 ? 4 : 2 + Math.floor(2 * uniform());
  const groups = 2 + Math.floor(19 * uniform() ** 1.5);
  const scale = 10 ** (4 * uniform() - 2);
  const decades = 2 * uniform();
  const tau = Array.from({ length: levels }, () => (uniform() < 0.2 ? 0 : 10 ** (2 * uniform() - 1.5)));
  const isStill = uniform() < 0.25;
  const rho = 2 * uniform() - 1;
  const measured = 0.5 + 0.4 * uniform();
  const times = Array.from({ length: levels }, (_, l) => 1 + l + (uniform() < 0.3 ? l * Math.floor(3 * uniform()) : 0));
  const effects: DependentEffect[] = [];
  while (effects.length < 4)
    for (let group = 0; group < groups; group++) {
      const common = normal();
      for (let l = 0; l < levels && effects.length < 60; l++) {
        if (uniform() > measured) continue;
        const vi = scale ** 2 * 10 ** (decades * (uniform() - 0.5));
        const sign = rho < 0 && l % 2 === 1 ? -1 : 1;
        const own = Math.sqrt(Math.abs(rho)) * sign * common + Math.sqrt(1 - Math.abs(rho)) * normal();
        effects.push({
          study: `trial ${group + 1}`,
          measure: "SMD",
          yi: (isStill ? 0 : scale * tau[l]! * own) + Math.sqrt(vi) * normal(),
          vi,
          level: times[l]!,
          country: `country ${Math.floor(4 * uniform())}`,
          x: uniform(),
        });
      }
    }
  return effects;
}

function randomOf(kind: Kind, { uniform }: Draws): readonly RandomEffect[] {
  if (kind === "nested") return ["~ 1 | study/effect"];
  if (kind === "crossed")
    return uniform() < 0.5 ? ["~ 1 | study", "~ 1 | country"] : ["~ 1 | study/effect", "~ 1 | country"];
  if (kind === "known") return ["~ 1 | effect", { group: "country", correlation: randomCorrelation(uniform) }];
  const structured = { inner: "level", outer: "study", structure: kind };
  return uniform() < 0.15 ? [structured, "~ 1 | country"] : [structured];
}

/** Correlations of four countries that stand at random places on a line, falling with their distance. */
function randomCorrelation(uniform: () => number): KnownCorrelation {
  const places = Array.from({ length: 4 }, () => 3 * uniform());
  return {
    names: places.map((_, i) => `country ${i}`),
    matrix: places.map((a) => places.map((b) => Math.exp(-Math.abs(a - b)))),
  };
}

function correlatedErrors(effects: readonly DependentEffect[], correlation: number): readonly SamplingBlock[] {
  const studies = [...new Set(effects.map(({ study }) => study))];
  const rowsOf = studies.map((study) => effects.flatMap((effect, row) => (effect.study === study ? [row] : [])));
  return rowsOf.map((rows) => ({
    rows,
    matrix: rows.map((a) => rows.map((b) => (a === b ? 1 : correlation) * Math.sqrt(effects[a]!.vi * effects[b]!.vi))),
  }));
}

/** The levels that occur, in order. */
export function timesOf(effects: readonly DependentEffect[]): readonly number[] {
  return [...new Set(effects.map(({ level }) => level))].sort((a, b) => a - b);
}
