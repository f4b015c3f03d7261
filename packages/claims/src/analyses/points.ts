import {
  pointsMatter as askWhetherPointsMatter,
  compareRankings,
  naivePointEffects,
  pointIdentifiability,
  pointModel,
  pointTrialEffects,
  pointTrials,
  popularity,
  prescriptionsOf,
} from "@acumeta/acupoints";
import { beats, counted, pText, rankSets } from "@acumeta/core";
import { type ClaimAnalysis, untestable } from "../analysis.js";
import { shown } from "../words.js";

const DRAWS = 200;
const RANK_DRAWS = 2000;

/** Whether points differ in what they add. */
export const pointsMatter: ClaimAnalysis = {
  label: "the spread of what points add, all at once",
  run: ({ trials }) => {
    const { p, sigma, bootstrapCi, detectable, paragraph, level } = askWhetherPointsMatter(pointTrials(trials).trials, {
      draws: DRAWS,
    });
    const numbers = [{ name: "SD of points' effects", unit: "SMD", value: sigma, ci: { ...bootstrapCi, level } }];
    if (p < 1 - level) return { verdict: "supported", numbers, reason: paragraph };
    if (detectable.sigma === null) return untestable(paragraph, numbers);
    return { verdict: "compatible", numbers, reason: paragraph };
  },
};

/** Whether these are the points that most trials of low back pain list. */
export const popularPoints: ClaimAnalysis = {
  label: "the most listed points of trials of low back pain",
  run: ({ trials }, about) => {
    const claimed = about.split(";");
    const lists = prescriptionsOf(trials).prescriptions.filter(
      ({ conditionGroup }) => conditionGroup === "low-back-pain",
    );
    const use = popularity(lists);
    const top = use.filter(({ rank }) => rank <= claimed.length).map(({ code }) => code);
    const found = claimed.filter((code) => top.includes(code));
    const share = found.length / claimed.length;
    return {
      verdict: share === 1 ? "supported" : share >= 0.5 ? "compatible" : share > 0 ? "not supported" : "contradicted",
      numbers: [{ name: `of ${claimed.length} among as many of ours`, unit: "points", value: found.length, ci: null }],
      reason: `${counted(lists.length, "trial")} of low back pain list points; the most used are ${top.join(", ")}: ${found.length} of ${claimed.length} are the same.`,
    };
  },
};

/** Whether these points have the largest effects: by the ranks that trials do not exclude. */
export const bestPoints: ClaimAnalysis = {
  label: "the ranks of points, with limits for all together",
  run: ({ trials }, about) => {
    const claimed = about.split(";");
    const rows = pointTrials(trials).trials;
    const ranks = rankSets(pointModel(rows).joint, { better: "higher", draws: RANK_DRAWS }).treatments;
    const known = claimed.flatMap((code) => ranks.find(({ name }) => name === code) ?? []);
    const texts = known.map(({ name, rank }) => `${name} ${rank.lower} to ${rank.upper}`);
    const numbers = known.map(({ name, rank }) => ({
      name: `rank of ${name}`,
      unit: "rank",
      value: rank.expected,
      ci: { lower: rank.lower, upper: rank.upper, level: 0.95 },
    }));
    const { sentence } = pointIdentifiability(rows);
    const reason = `Of ${ranks.length} points these trials allow ${texts.join(", ") || "none of these any rank"}. ${sentence}`;
    if (known.length === 0 || known.every(({ rank }) => rank.lower === 1 && rank.upper === ranks.length))
      return untestable(reason, numbers);
    const isPossible = ({ rank }: (typeof known)[number]) => rank.lower <= claimed.length;
    const isSure = ({ rank }: (typeof known)[number]) => rank.upper <= claimed.length;
    if (known.length === claimed.length && known.every(isSure)) return { verdict: "supported", numbers, reason };
    return { verdict: known.every(isPossible) ? "compatible" : "contradicted", numbers, reason };
  },
};

/** Whether pairs of points do more together than by themselves: by a term of their own. */
export const bestPairs: ClaimAnalysis = {
  label: "what pairs of points add beyond their sum",
  run: ({ trials }, about) => {
    const claimed = about.split(";");
    const rows = pointTrials(trials).trials;
    const listed = claimed.filter((pair) => rows.some(({ points }) => pair.split("+").every((code) => code in points)));
    if (listed.length < 2)
      return untestable(`${counted(listed.length, "pair")} of ${claimed.length} stand in trials with an effect.`);
    const { pairs, k } = pointModel(rows, { pairs: listed });
    const { variance, pairs: modelled } = pairs!;
    const { p } = variance;
    const numbers = modelled.map(({ name, estimate, ci }) => ({ name, unit: "SMD", value: estimate, ci }));
    const reason =
      `${counted(k, "trial")}, ${listed.join(", ")}: the spread of what pairs add beyond their points is ${shown(Math.sqrt(variance.value))} SMD ` +
      `(up to ${shown(Math.sqrt(variance.ci.upper))}, ${pText(p)}).`;
    const isBeyond = modelled.every(({ ci }) => ci.lower > 0);
    return { verdict: isBeyond && p < 0.05 ? "supported" : p < 0.05 ? "not supported" : "compatible", numbers, reason };
  },
};

/** Whether the popular are the effective: their rank correlation beside chance. */
export const popularityAgainstEffect: ClaimAnalysis = {
  label: "agreement of popularity and mean effect of points, beside chance",
  run: ({ trials }) => {
    const { prescriptions } = prescriptionsOf(trials);
    const use = popularity(prescriptions).map(({ code, trials: value }) => ({ name: code, value }));
    const means = naivePointEffects(prescriptions, pointTrialEffects(trials).effects, { minimumTrials: 2 }).points;
    const { kendall, items } = compareRankings(
      use,
      means.map(({ code, estimate }) => ({ name: code, value: estimate })),
    );
    if (kendall.value === null || kendall.chance === null)
      return untestable(`${counted(items, "point")} can be compared.`);
    const { lower, upper } = kendall.chance;
    const number = { name: "Kendall's τ", unit: "rank correlation", value: kendall.value, ci: null };
    return {
      verdict: kendall.value < upper ? "supported" : "contradicted",
      numbers: [number],
      reason:
        `Of ${items} points in at least two trials popularity and mean effect correlate by τ = ${shown(kendall.value)}; unrelated orders ` +
        `give ${shown(lower)} to ${shown(upper)}. That they do not agree does not make the means true effects.`,
    };
  },
};

/** Whether one point has an effect: of trials that needle nothing else, or by the model. */
export const pointEffect: ClaimAnalysis = {
  label: "what one point adds",
  run: ({ trials }, about) => {
    const rows = pointTrials(trials).trials;
    const { joint, points } = pointModel(rows);
    const point = points.find(({ name }) => name === about);
    if (point === undefined) {
      const listing = prescriptionsOf(trials).prescriptions.filter(({ codes }) => codes.includes(about)).length;
      return untestable(
        `${counted(listing, "trial")} list ${about}, none with an effect against sham or no treatment.`,
      );
    }
    const [best] = beats({ ...joint, reference: "no effect" }, { better: "higher" }).treatments.filter(
      ({ name }) => name === about,
    );
    const probability = best!.beats[joint.names.length]!;
    const { estimate, ci, k } = point;
    return {
      verdict:
        ci.lower > 0 ? "supported" : ci.upper < 0 ? "contradicted" : estimate > 0 ? "compatible" : "not supported",
      numbers: [{ name: about, unit: "SMD", value: estimate, ci }],
      reason: `${counted(k, "trial")}: ${about} adds ${shown(estimate)} (${shown(ci.lower)} to ${shown(ci.upper)}), above 0 with probability ${shown(probability)}.`,
    };
  },
};
