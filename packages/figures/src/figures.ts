import { funnelPlot } from "./bias/funnelPlot.js";
import type { ChartSpec } from "./chartSpec.js";
import { forestPlot } from "./forest/forestPlot.js";
import { subgroupForest } from "./forest/subgroups/subgroupForest.js";
import { componentForest } from "./network/components/componentForest.js";
import { netHeatPlot } from "./network/heat/netHeatPlot.js";
import { leagueHeatmap } from "./network/league/leagueHeatmap.js";
import { networkForest } from "./network/networkForest.js";
import { networkGraph } from "./network/networkGraph.js";
import { rankIntervals } from "./network/ranks/rankIntervals.js";
import { rankogram } from "./network/ranks/rankogram.js";
import { splitForest } from "./network/split/splitForest.js";
import { popularityVsEffect } from "./points/popularityVsEffect.js";
import { rankedPoints } from "./points/rankedPoints.js";

/** A figure as menus and galleries know it. */
export interface Figure {
  readonly label: string;
  /** The functions whose results it draws. */
  readonly of: readonly string[];
  readonly draw: (...results: never[]) => ChartSpec;
}

/** Every figure, by the name of its function. */
export const figures = {
  forestPlot: { label: "each study's effect and the pooled one", of: ["pool"], draw: forestPlot },
  subgroupForest: { label: "effects by group, and whether groups differ", of: ["subgroups"], draw: subgroupForest },
  funnelPlot: { label: "effects by standard error: do small studies show more?", of: ["funnel"], draw: funnelPlot },
  networkGraph: { label: "which treatments trials compare", of: ["network"], draw: networkGraph },
  networkForest: { label: "each treatment against one", of: ["network"], draw: networkForest },
  leagueHeatmap: { label: "every treatment against every other one", of: ["network"], draw: leagueHeatmap },
  splitForest: { label: "direct against indirect evidence", of: ["splitNodes"], draw: splitForest },
  netHeatPlot: { label: "which comparisons disagree with the rest", of: ["netHeat"], draw: netHeatPlot },
  rankIntervals: { label: "ranks with what is not known of them", of: ["rankSets"], draw: rankIntervals },
  rankogram: { label: "the probability of each rank", of: ["rankProbabilities"], draw: rankogram },
  componentForest: {
    label: "what each component of a treatment adds",
    of: ["componentNetwork", "shrunkComponents"],
    draw: componentForest,
  },
  rankedPoints: { label: "points by average effect, beside chance", of: ["naivePointEffects"], draw: rankedPoints },
  popularityVsEffect: {
    label: "popularity of points against average effect",
    of: ["naivePointEffects"],
    draw: popularityVsEffect,
  },
} as const satisfies Readonly<Record<string, Figure>>;

export type FigureId = keyof typeof figures;
