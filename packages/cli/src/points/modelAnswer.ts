import {
  type PointIdentifiability,
  type PointModel,
  type PointSimulation,
  type PointsMatter,
  pointIdentifiability,
  pointModel,
  pointsMatter,
  pointTrials,
  simulatePoints,
} from "@acumeta/acupoints";
import { type RankSets, rankSets } from "@acumeta/core";
import type { Trials } from "@acumeta/trials";

/** What to say of points beyond their averages. */
export interface ModelChoices {
  readonly rank: boolean;
  readonly identify: boolean;
  readonly simulate: boolean;
}

/** All points at once; parts that were not asked for are null. */
export interface ModelAnswer {
  readonly model: PointModel;
  readonly matter: PointsMatter;
  readonly ranks: RankSets | null;
  readonly identifiability: PointIdentifiability | null;
  /** Worlds with as many trials and points, where no point matters and where they do. */
  readonly simulation: readonly PointSimulation[] | null;
}

const REPLICATES = 100;
const RANK_DRAWS = 2000;

/** What trials with points and effects tell of points, all at once. */
export function modelAnswer(tables: Trials, { rank, identify, simulate }: ModelChoices): ModelAnswer {
  const { trials } = pointTrials(tables);
  const model = pointModel(trials);
  const size = { trials: Math.max(10, model.k), points: Math.max(14, model.points.length) };
  const unfair = { tau: 0.35, confounding: 0.8, bias: 1 };
  return {
    model,
    matter: pointsMatter(trials),
    ranks: rank ? rankSets(model.joint, { better: "higher", draws: RANK_DRAWS }) : null,
    identifiability: identify ? pointIdentifiability(trials) : null,
    simulation: simulate
      ? [0, 0.1].map((sigma) => simulatePoints({ sigma, ...size, ...unfair }, { replicates: REPLICATES }))
      : null,
  };
}
