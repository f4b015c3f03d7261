import {
  boundsText,
  type ConsistencyReport,
  counted,
  effectName,
  effectText,
  freeze,
  leagueTable,
  measures,
  type Network,
  normalQuantile,
  percent,
} from "@acumeta/core";
import { checkArgument, isObject } from "../checkArgument.js";
import { methodsText } from "../methods/methodsText.js";
import { knownFit } from "../methods/reportedFit.js";
import { checklist } from "./checklist.js";

/** An item of the checklist, filled in as far as the analysis tells it. */
export interface PrismaItem {
  /** "14", "S1". */
  readonly item: string;
  readonly section: string;
  /** What it is about, in our words. */
  readonly topic: string;
  /** null where the analysis does not tell it. */
  readonly text: string | null;
  /** Why there is no text; null where there is. */
  readonly because: string | null;
}

/** What a network analysis has to report from. */
export interface PrismaSources {
  readonly network: Network;
  /** From `consistencyReport`. */
  readonly consistency?: ConsistencyReport;
}

const ONLY_AUTHORS = "Only the authors can say it.";
const NO_REPORT = "No consistencyReport was given.";

/**
 * The items of the PRISMA extension for network meta-analyses, those filled in that the analysis tells, with numbers from it; of every
 * other item, why it is empty. The checklist itself is not quoted: report by it, in the authors' words.
 *
 * Throws `WRONG_ARGUMENT`. Hutton et al. 2015, Annals of Internal Medicine 162:777-784.
 *
 * @example
 * import { network } from "@acumeta/core";
 * import { prismaNma } from "@acumeta/reporting";
 * const smd = { measure: "SMD" } as const;
 * const fit = network([
 *   { ...smd, study: "A", treat1: "acupuncture", treat2: "sham", yi: -0.3, vi: 0.02 },
 *   { ...smd, study: "B", treat1: "acupuncture", treat2: "waiting", yi: -0.8, vi: 0.04 },
 * ], { tau2: "EE", interval: "z" });
 * const items = prismaNma({ network: fit });
 * items.find(({ item }) => item === "S4")!.text;
 * // => "3 treatments, 2 trials and 2 comparisons; acupuncture in 2 trials, sham in 1 trial, waiting in 1 trial; 2 of 3 pairs of treatments are compared directly."
 * items.filter(({ text }) => text !== null).length; // => 7
 */
export function prismaNma(sources: PrismaSources): readonly PrismaItem[] {
  checkArgument(isObject(sources), "sources", sources, "{ network, consistency }");
  const { network, consistency } = sources;
  checkArgument(isObject(network) && knownFit(network).kind === "network", "network", network, "what network gives");
  const told: Readonly<Record<string, string | null>> = {
    "13": summaryMeasures(network),
    "14": methodsText(network),
    "20": individualResults(network),
    "21": synthesis(network),
    S1: geometryMethods(network),
    S2: consistency === undefined ? null : inconsistencyMethods(consistency),
    S3: "Drawn by networkGraph of @acumeta/figures: nodes are treatments, their areas patients or trials; lines are direct comparisons.",
    S4: geometry(network),
    S5: consistency?.sentence ?? null,
  };
  return freeze(
    checklist.map((entry): PrismaItem => {
      const text = told[entry.item] ?? null;
      const because = text !== null ? null : entry.item in told ? NO_REPORT : ONLY_AUTHORS;
      return { ...entry, text, because };
    }),
  );
}

function summaryMeasures({ measure, reference }: Network): string {
  return `Effects as ${measures[measure].label}, each treatment against ${reference} and against each other (league table).`;
}

function geometryMethods({ treatments, reference }: Network): string {
  return `The network has a node for each of ${counted(treatments.length, "treatment")} (${treatments.map(({ name }) => name).join(", ")}) and a line where trials compare two directly; ${reference} is the reference.`;
}

function geometry({ treatments, k, m, designs }: Network): string {
  const each = treatments.map(({ name, trials }) => `${name} in ${counted(trials, "trial")}`).join(", ");
  const pairs = new Set(
    designs.flatMap((design) =>
      design.treatments.flatMap((a, i) => design.treatments.slice(i + 1).map((b) => [a, b].sort().join("\u0000"))),
    ),
  ).size;
  const possible = (treatments.length * (treatments.length - 1)) / 2;
  const arms = designs.filter((design) => design.treatments.length > 2).flatMap(({ studies }) => studies).length;
  const several = arms === 0 ? "" : `; ${counted(arms, "trial")} of three or more arms`;
  return `${counted(treatments.length, "treatment")}, ${counted(k, "trial")} and ${counted(m, "comparison")}; ${each}; ${pairs} of ${possible} pairs of treatments are compared directly${several}.`;
}

function individualResults({ measure, contrasts, choices: { level } }: Network): string {
  const z = normalQuantile((1 + level) / 2);
  const each = contrasts.map(({ study, treat1, treat2, yi, vi }) => {
    const half = z * Math.sqrt(vi);
    return `${study}: ${treat1} against ${treat2} ${effectText(measure, yi)} ${boundsText(measure, { lower: yi - half, upper: yi + half })}`;
  });
  return `${effectName(measure)} with ${percent(level)} confidence intervals: ${each.join("; ")}.`;
}

function synthesis(network: Network): string {
  const { measure, choices } = network;
  const each = leagueTable(network).map(
    ({ treatment, against, estimate, ci }) =>
      `${treatment} against ${against} ${effectText(measure, estimate)} ${boundsText(measure, ci)}`,
  );
  return `${effectName(measure)} with confidence intervals (${choices.interval}): ${each.join("; ")}.`;
}

function inconsistencyMethods({ level }: ConsistencyReport): string {
  return `The designs were compared as a whole by their Q (design-by-treatment interaction), and direct with indirect evidence of each pair that has both, with p-values adjusted by Holm's method at a confidence level of ${percent(level)}.`;
}
