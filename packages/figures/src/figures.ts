import { funnelPlot } from "./bias/funnelPlot.js";
import { labbePlot } from "./bias/labbePlot.js";
import { radialPlot } from "./bias/radialPlot.js";
import { riskOfBiasTable } from "./bias/riskOfBias/riskOfBiasTable.js";
import type { ChartSpec } from "./chartSpec.js";
import { claimChart } from "./claims/claimChart.js";
import { baujatPlot } from "./diagnostics/baujatPlot.js";
import { cumulativeForest } from "./diagnostics/cumulativeForest.js";
import { goshPlot } from "./diagnostics/goshPlot.js";
import { influencePanel } from "./diagnostics/influencePanel.js";
import { leaveOneOutForest } from "./diagnostics/leaveOneOutForest.js";
import { pValueFunction } from "./diagnostics/pValueFunction.js";
import { forestPlot } from "./forest/forestPlot.js";
import { subgroupForest } from "./forest/subgroups/subgroupForest.js";
import { bubblePlot } from "./models/bubblePlot.js";
import { caterpillarPlot } from "./models/caterpillarPlot.js";
import { contributionBars } from "./models/contributionBars.js";
import { specificationCurve } from "./models/specificationCurve.js";
import { timeCoursePlot } from "./models/timeCoursePlot.js";
import { componentForest } from "./network/components/componentForest.js";
import { netHeatPlot } from "./network/heat/netHeatPlot.js";
import { leagueHeatmap } from "./network/league/leagueHeatmap.js";
import { networkForest } from "./network/networkForest.js";
import { networkGraph } from "./network/networkGraph.js";
import { rankIntervals } from "./network/ranks/rankIntervals.js";
import { rankogram } from "./network/ranks/rankogram.js";
import { splitForest } from "./network/split/splitForest.js";
import { bodyChart } from "./points/body/bodyChart.js";
import { coprescriptionGraph } from "./points/coprescriptionGraph.js";
import { pointTrialMatrix } from "./points/pointTrialMatrix.js";
import { popularityVsEffect } from "./points/popularityVsEffect.js";
import { rankedPoints } from "./points/rankedPoints.js";

import { trialFlow } from "./trials/trialFlow.js";

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
  baujatPlot: { label: "which studies make the heterogeneity, and which the result", of: ["baujat"], draw: baujatPlot },
  influencePanel: { label: "how much each study moves the result", of: ["influence"], draw: influencePanel },
  leaveOneOutForest: { label: "the pooled effect without each study", of: ["leaveOneOut"], draw: leaveOneOutForest },
  cumulativeForest: { label: "the pooled effect as studies come in", of: ["cumulative"], draw: cumulativeForest },
  goshPlot: { label: "heterogeneity against effect in all subsets of the studies", of: ["gosh"], draw: goshPlot },
  pValueFunction: { label: "the p-value of every effect", of: ["pool"], draw: pValueFunction },
  radialPlot: { label: "effects in standard errors against precision", of: ["pool"], draw: radialPlot },
  labbePlot: { label: "shares of patients with an event in both groups", of: ["pool"], draw: labbePlot },
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
  bubblePlot: { label: "effects by a moderator, and what a model predicts", of: ["metaRegression"], draw: bubblePlot },
  timeCoursePlot: { label: "effects over time", of: ["timeCourse"], draw: timeCoursePlot },
  specificationCurve: {
    label: "estimates of every combination of choices",
    of: ["multiverse"],
    draw: specificationCurve,
  },
  caterpillarPlot: { label: "the true effect expected in each study", of: ["blups"], draw: caterpillarPlot },
  contributionBars: {
    label: "from which evidence each estimate of a network comes",
    of: ["contributionMatrix"],
    draw: contributionBars,
  },
  riskOfBiasTable: { label: "what reviewers judged of each study", of: ["your judgements"], draw: riskOfBiasTable },
  trialFlow: {
    label: "which trials were used, and why others not",
    of: ["contrasts", "countReasons"],
    draw: trialFlow,
  },
  pointTrialMatrix: { label: "which trial lists which point", of: ["prescriptionsOf"], draw: pointTrialMatrix },
  coprescriptionGraph: {
    label: "which points are prescribed together",
    of: ["coprescriptionNetwork"],
    draw: coprescriptionGraph,
  },
  bodyChart: { label: "where on the body the points are that trials use", of: ["popularity"], draw: bodyChart },
  claimChart: { label: "a claim, the verdict, the numbers behind it", of: ["checkClaims"], draw: claimChart },
  rankedPoints: { label: "points by average effect, beside chance", of: ["naivePointEffects"], draw: rankedPoints },
  popularityVsEffect: {
    label: "popularity of points against average effect",
    of: ["naivePointEffects"],
    draw: popularityVsEffect,
  },
} as const satisfies Readonly<Record<string, Figure>>;

export type FigureId = keyof typeof figures;
