import { coprescriptionNetwork, findPoint, timeCourse } from "@acumeta/acupoints";
import {
  baujat,
  biasTest,
  blups,
  contributionMatrix,
  cumulative,
  funnel,
  gosh,
  influence,
  leaveOneOut,
  metaRegression,
  multiverse,
  netHeat,
  rankProbabilities,
  rankSets,
  splitNodes,
  subgroups,
  trimAndFill,
} from "@acumeta/core";
import * as figure from "@acumeta/figures";
import { countReasons, questionChoices, sideNames } from "@acumeta/trials";
import type { NotRun } from "../../output/notRun.js";
import { forestOf, pointFigures } from "../reportFigures.js";
import type { GalleryData } from "./galleryData.js";

type Draw = (data: GalleryData) => figure.ChartSpec | NotRun;

/** Most points of the network of prescriptions that is drawn. */
const DENSE = 24;

/** How each figure is drawn from trials. */
export const drawings: Readonly<Record<figure.FigureId, Draw>> = {
  forestPlot: ({ asked }) => forestOf(asked)!,
  subgroupForest: ({ asked, effects }) => {
    const known = effects.filter(({ condition }) => condition !== null);
    const grouped = subgroups(
      known.map((effect) => ({ ...effect, condition: effect.condition! })),
      { by: "condition" },
    );
    return figure.subgroupForest(grouped, {
      title: `${asked.question.label}, by condition`,
      ...sideNames(asked.question),
    });
  },
  funnelPlot: ({ asked: { effects, question } }) =>
    figure.funnelPlot(funnel(effects), {
      title: question.label,
      filled: trimAndFill(effects),
      test: biasTest(effects),
    }),
  radialPlot: ({ asked: { pooled, question } }) => figure.radialPlot(pooled, { title: question.label }),
  labbePlot: () => missing("the counts of events in both groups of several trials"),
  riskOfBiasTable: () => missing("judgements of the risk of bias, which are yours to make"),
  baujatPlot: ({ asked: { effects, question } }) => figure.baujatPlot(baujat(effects), { title: question.label }),
  influencePanel: ({ asked: { effects, question } }) =>
    figure.influencePanel(influence(effects), { title: question.label }),
  leaveOneOutForest: ({ asked: { effects, pooled, question } }) =>
    figure.leaveOneOutForest(pooled, leaveOneOut(effects), { title: question.label }),
  cumulativeForest: ({ asked: { effects, pooled, question } }) =>
    figure.cumulativeForest(pooled, cumulative(effects), { title: question.label }),
  goshPlot: ({ asked: { effects, question } }) => figure.goshPlot(gosh(effects), { title: question.label }),
  pValueFunction: ({ asked: { pooled, question } }) => figure.pValueFunction(pooled, { title: question.label }),
  networkGraph: ({ network }) => figure.networkGraph(network(), { title: "Which treatments these trials compare" }),
  networkForest: ({ network }) => figure.networkForest(network(), { title: "Each treatment against one" }),
  leagueHeatmap: ({ network }) => figure.leagueHeatmap(network(), { title: "Every treatment against every other one" }),
  splitForest: ({ network }) => figure.splitForest(network(), splitNodes(network())),
  netHeatPlot: ({ network }) => figure.netHeatPlot(netHeat(network())),
  rankIntervals: ({ network }) => figure.rankIntervals(rankSets(network(), { better: "higher" })),
  rankogram: ({ network }) => figure.rankogram(rankProbabilities(network(), { better: "higher" })),
  componentForest: ({ components }) =>
    figure.componentForest(components(), { title: "What the parts of treatments add", better: "higher" }),
  contributionBars: ({ network }) => figure.contributionBars(contributionMatrix(network())),
  bubblePlot: ({ asked, effects }) => {
    const known = effects
      .filter(({ sessions }) => sessions !== null)
      .map((effect) => ({ ...effect, sessions: effect.sessions! }));
    return figure.bubblePlot(metaRegression(known, { moderators: "~ sessions" }), known, {
      moderator: "sessions",
      moderatorLabel: "Sessions",
      title: `${asked.question.label}, by the number of sessions`,
    });
  },
  timeCoursePlot: ({ trials, asked: { question } }) => {
    const course = timeCourse(trials, question.id);
    return figure.timeCoursePlot(course.effects, { title: `${question.label}: all weeks` });
  },
  specificationCurve: ({ trials, asked: { question } }) => {
    const { asked, choices, effectsOf } = questionChoices(trials, question.id);
    const pooling = {
      "τ²": { REML: { tau2: "REML" }, DL: { tau2: "DL" } },
      interval: { HKSJ: { interval: "HKSJ" }, z: { interval: "z" } },
    } as const;
    return figure.specificationCurve(multiverse(asked, { choices: { ...choices, ...pooling }, prepare: effectsOf }), {
      title: `${question.label}: every defensible analysis`,
    });
  },
  caterpillarPlot: ({ asked: { pooled, question } }) =>
    figure.caterpillarPlot(blups(pooled), { title: question.label }),
  trialFlow: ({ asked }) =>
    figure.trialFlow({ effects: asked.effects, reasons: countReasons(asked) }, { title: asked.question.label }),
  pointTrialMatrix: ({ prescriptions }) =>
    figure.pointTrialMatrix(prescriptions, { title: "Which trial lists which point" }),
  coprescriptionGraph: ({ prescriptions }) => {
    const networks = Array.from({ length: 10 }, (_, i) =>
      coprescriptionNetwork(prescriptions, { minimumTrials: i + 2 }),
    );
    const shown = networks.find(({ points }) => points.length <= DENSE) ?? networks.at(-1)!;
    return figure.coprescriptionGraph(shown, { title: "Points that trials prescribe together" });
  },
  bodyChart: ({ use }) =>
    figure.bodyChart(
      use.map(({ code, trials }) => ({ code, trials, region: null, meridianCode: "", ...findPoint(code) })),
      { title: "Where the points are that trials use" },
    ),
  claimChart: ({ claims: [claim] }) => (claim === undefined ? missing("claims") : figure.claimChart(claim)),
  rankedPoints: ({ points }) => ofPoints(points, "ranked-points"),
  popularityVsEffect: ({ points }) => ofPoints(points, "popularity-vs-effect"),
};

function ofPoints(points: GalleryData["points"], name: string): figure.ChartSpec | NotRun {
  const found = points === null ? undefined : pointFigures(points).find((each) => each.name === name);
  return found?.chart ?? missing("points of several trials with effects");
}

function missing(what: string): NotRun {
  return { method: "", because: `it takes ${what}` };
}
