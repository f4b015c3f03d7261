import {
  boundsText,
  counted,
  effectHead,
  effectText,
  type Network,
  type QDecomposition,
  type Warning,
} from "@acumeta/core";
import { decimals, pValue } from "../output/numbers.js";
import { textTable } from "../output/table.js";
import { betterText } from "./betterText.js";
import { componentsText } from "./componentsText.js";
import { digitsOf } from "./digitsOf.js";
import { leagueText } from "./leagueText.js";
import type { NetworkAnswer } from "./networkAnswer.js";
import type { EffectRule } from "./networkData.js";
import { noted } from "./noted.js";
import { ranksText } from "./ranksText.js";
import { splitText } from "./splitText.js";

/** A network in plain text, with what was asked of it. */
export function describeNetwork(answer: NetworkAnswer): string {
  const { title, better, network, components, notUsed } = answer;
  return [
    title,
    ...(network === null ? [] : networkTexts(network, answer)),
    ...(components === null ? [] : [componentsText(components, { better, said: network?.warnings ?? [] })]),
    ...(notUsed.length === 0 ? [] : [`${counted(notUsed.length, "trial")} not used (--json says why of each).`]),
  ].join("\n\n");
}

function networkTexts(
  network: Network,
  { better, inconsistency, rules, league, ranks, split, consistency }: NetworkAnswer,
): readonly string[] {
  const { measure, reference } = network;
  const digits = digitsOf(network.effects.map(({ se }) => se));
  const good = better === null ? null : betterText(measure, better);
  return [
    treatmentsText(network, digits),
    ...(good === null ? [] : [`Better than ${reference} where the effect is ${good}.`]),
    summary(network, { inconsistency: inconsistency!, rules, digits }),
    ...(league === null
      ? []
      : [
          `Row against column${good === null ? "" : `, the row better where the effect is ${good}`}:`,
          leagueText(network, league, digits),
        ]),
    ...(ranks === null ? [] : [ranksText(ranks)]),
    ...(split === null ? [] : [splitText(network, split, consistency!, digits)]),
  ];
}

function treatmentsText({ measure, treatments, reference, effects, choices }: Network, digits: number): string {
  return textTable(treatments, [
    { head: "treatment", cell: ({ name }) => name },
    { head: "trials", cell: ({ trials }) => trials, align: "right" },
    { head: "patients", cell: ({ n }) => n, align: "right" },
    {
      head: `${effectHead(measure, choices.level)} against ${reference}`,
      cell: ({ name }) => {
        const effect = effects.find(({ treatment }) => treatment === name);
        return effect === undefined
          ? "reference"
          : `${effectText(measure, effect.estimate, digits)} ${boundsText(measure, effect.ci, digits)}`;
      },
      align: "right",
    },
    {
      head: "prediction",
      cell: ({ name }) => {
        const pi = effects.find(({ treatment }) => treatment === name)?.pi ?? null;
        return pi === null ? null : boundsText(measure, pi, digits);
      },
      align: "right",
    },
  ]);
}

interface Further {
  readonly inconsistency: QDecomposition;
  readonly rules: readonly EffectRule[];
  readonly digits: number;
}

function summary(network: Network, { inconsistency, rules, digits }: Further): string {
  const { k, m, designs, warnings } = network;
  const sets = designs.length === 1 ? "one set" : `${designs.length} sets`;
  return [
    noted("Network", `${counted(k, "trial")}, ${counted(m, "comparison")}, ${sets} of treatments compared`),
    ...(rules.length === 0 ? [] : [noted("Effects", rules.map((rule) => ruleText(rule, k)).join("; "))]),
    noted("Between", betweenText(network, 2 * digits)),
    noted("Consistency", consistencyText(inconsistency)),
    ...warnings.map((warning) => noted("Warning", warningText(warning))),
  ].join("\n");
}

function ruleText({ rule, studies }: EffectRule, k: number): string {
  return studies.length === k ? rule : `${rule}: ${some(studies)}`;
}

function betweenText({ tau2, heterogeneity: { I2, Q, df, p } }: Network, digits: number): string {
  if (df === 0) return "tau² taken as 0";
  const { value, method, ci } = tau2;
  const limits = ci === null ? "" : ` [${decimals(ci.lower, digits)}, ${decimals(ci.upper, digits)}]`;
  return `tau² ${decimals(value, digits)} (${method})${limits}, I² ${decimals(I2, 1)} %, Q ${decimals(Q)} on ${df} df, p ${pValue(p)}`;
}

/** Without τ², and with that of trials of one design, which takes less for inconsistency. */
function consistencyText({ between, random }: QDecomposition): string {
  if (between.p === null) return "no evidence of two kinds to compare";
  const alone = `Q between designs ${decimals(between.Q)} on ${between.df} df, p ${pValue(between.p)}`;
  if (random === null || random.p === null || random.tau2 === 0) return alone;
  return `${alone}; with the tau² within designs ${decimals(random.Q)}, p ${pValue(random.p)}`;
}

function warningText({ message, studies }: Warning): string {
  return studies.length === 0 ? message : `${message} (${some(studies)})`;
}

const MOST_NAMED = 10;

function some(names: readonly string[]): string {
  const rest = names.length - MOST_NAMED;
  return rest > 0 ? `${names.slice(0, MOST_NAMED).join(", ")} and ${rest} more` : names.join(", ");
}
