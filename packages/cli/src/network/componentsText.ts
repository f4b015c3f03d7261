import type { ComponentIdentifiability, ComponentNetwork, TrialLeverage } from "@acumeta/core";
import { counted } from "../output/counted.js";
import { boundsText, decimals, effectHead, effectText, pValue } from "../output/numbers.js";
import { textTable } from "../output/table.js";
import { wrap } from "../output/wrap.js";
import type { ComponentAnswer } from "./networkAnswer.js";

/** Components in plain text: first what can be told of them at all. */
export function componentsText({ identifiability, fit }: ComponentAnswer): string {
  return [
    ["Components", ...toldText(identifiability).map((text) => wrap(text))].join("\n"),
    effectsText(fit),
    fitText(fit),
  ].join("\n\n");
}

/** The part of what is known of a component that goes with one trial, from which on that is said. */
const MOST = 0.5;

function lossText(component: string, { study, leverage }: TrialLeverage): string {
  const lost =
    leverage > 0.995 ? "nothing would be known" : `${Math.round(100 * leverage)} % of what is known would be lost`;
  return `${component}: without ${study} ${lost}.`;
}

function toldText({ rank, columns, condition, aliased, components, parts }: ComponentIdentifiability): string[] {
  const told = `These trials tell ${rank} of ${counted(columns, "component")} apart.`;
  const loose =
    condition > 30 ? ` Estimates hang on small differences (condition number ${decimals(condition, 0)}).` : "";
  const joined =
    parts.length > 1 ? [`Of the network's ${parts.length} unconnected parts only components make one.`] : [];
  const alone = components.flatMap(({ component, leverages: [first] }) =>
    first === undefined || first.leverage < MOST ? [] : [lossText(component, first)],
  );
  return [told + loose, ...joined, ...aliased.map(({ inWords }) => `${inWords}.`), ...alone];
}

function effectsText({ measure, components, choices: { level } }: ComponentNetwork): string {
  return textTable(components, [
    { head: "component", cell: ({ component }) => component },
    { head: "trials", cell: ({ trials }) => trials, align: "right" },
    {
      head: `${effectHead(measure, level)} of adding it`,
      cell: (effect) =>
        effect.estimate === null ? null : `${effectText(measure, effect.estimate)} ${boundsText(measure, effect.ci)}`,
      align: "right",
    },
    { head: "p", cell: ({ ci }) => (ci === null ? null : pValue(ci.p)), align: "right" },
  ]);
}

function fitText({ tau2, additivity, heterogeneity: { Q, df, p } }: ComponentNetwork): string {
  return [
    `Between     tau² ${decimals(tau2.value, 4)} (${tau2.method}), Q ${decimals(Q)} on ${df} df, p ${pValue(p)}`,
    ...(additivity === null ? [] : [`Additivity  ${additivityText(additivity)}`]),
  ].join("\n");
}

function additivityText({ Q, df, p }: NonNullable<ComponentNetwork["additivity"]>): string {
  if (df === 0) return "there are as many components as comparisons of treatments: sums of them fit by themselves";
  return `Q ${decimals(Q)} on ${df} df, p ${pValue(p)}: how much worse sums of components fit than treatments by themselves`;
}
