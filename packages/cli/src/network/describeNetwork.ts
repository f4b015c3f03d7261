import type { Network, QDecomposition } from "@acumeta/core";
import { counted } from "../output/counted.js";
import { boundsText, decimals, effectHead, effectText, pValue } from "../output/numbers.js";
import { textTable } from "../output/table.js";
import { wrap } from "../output/wrap.js";
import { componentsText } from "./componentsText.js";
import { leagueText } from "./leagueText.js";
import type { NetworkAnswer } from "./networkAnswer.js";
import { ranksText } from "./ranksText.js";
import { splitText } from "./splitText.js";

/** A network in plain text, with what was asked of it. */
export function describeNetwork(answer: NetworkAnswer): string {
  const { title, network, inconsistency, league, ranks, split, consistency, components, notUsed } = answer;
  return [
    title,
    ...(network === null ? [] : [treatmentsText(network), summary(network, inconsistency!)]),
    ...(network === null || league === null ? [] : [`Row against column:\n\n${leagueText(network, league)}`]),
    ...(ranks === null ? [] : [ranksText(ranks)]),
    ...(network === null || split === null ? [] : [splitText(network, split)]),
    ...(consistency === null ? [] : [wrap(consistency.sentence)]),
    ...(components === null ? [] : [componentsText(components)]),
    ...(notUsed.length === 0 ? [] : [`${counted(notUsed.length, "trial")} not used (--json says why of each).`]),
  ].join("\n\n");
}

function treatmentsText({ measure, treatments, reference, effects, choices }: Network): string {
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
          : `${effectText(measure, effect.estimate)} ${boundsText(measure, effect.ci)}`;
      },
      align: "right",
    },
    {
      head: "prediction",
      cell: ({ name }) => {
        const pi = effects.find(({ treatment }) => treatment === name)?.pi ?? null;
        return pi === null ? null : boundsText(measure, pi);
      },
      align: "right",
    },
  ]);
}

function summary({ k, m, tau2, heterogeneity, designs, warnings }: Network, { between }: QDecomposition): string {
  const { I2, Q, df, p } = heterogeneity;
  return [
    `Network     ${counted(k, "trial")}, ${counted(m, "comparison")}, ${designs.length === 1 ? "one set" : `${designs.length} sets`} of treatments compared`,
    `Between     tau² ${decimals(tau2.value, 4)} (${tau2.method})${tau2.ci === null ? "" : ` [${decimals(tau2.ci.lower, 4)}, ${decimals(tau2.ci.upper, 4)}]`}, I² ${decimals(I2, 1)} %, Q ${decimals(Q)} on ${df} df, p ${pValue(p)}`,
    between.df === 0
      ? "Consistency no evidence of two kinds to compare"
      : `Consistency Q between designs ${decimals(between.Q)} on ${between.df} df, p ${between.p === null ? "–" : pValue(between.p)}`,
    ...warnings.map(({ message }) => `Warning     ${message}`),
  ].join("\n");
}
