import {
  type AliasedSet,
  boundsText,
  type ComponentIdentifiability,
  type ComponentNetwork,
  counted,
  effectHead,
  effectText,
  type GoodEnd,
  type Measure,
  measures,
  type ShrunkComponents,
  type TrialLeverage,
  type Warning,
} from "@acumeta/core";
import { decimals, pValue } from "../output/numbers.js";
import { type Column, textTable } from "../output/table.js";
import { wrap } from "../output/wrap.js";
import { betterText } from "./betterText.js";
import { digitsOf } from "./digitsOf.js";
import type { ComponentAnswer } from "./networkAnswer.js";
import { noted } from "./noted.js";

interface Rest {
  readonly better: GoodEnd | null;
  /** What has been said of the network already. */
  readonly said: readonly Warning[];
}

/** Components in plain text: first what can be told of them at all. */
export function componentsText({ identifiability, fit, shrunk }: ComponentAnswer, { better, said }: Rest): string {
  return [
    ["Components", ...toldText(identifiability, fit).map((text) => wrap(text))].join("\n"),
    effectsText(fit, shrunk),
    ...(better === null ? [] : [`Adding it is good where the effect is ${betterText(fit.measure, better)}.`]),
    fitText(fit, shrunk, said),
  ].join("\n\n");
}

/** The part of what is known of a component that goes with one trial, from which on that is said. */
const MOST = 0.5;
/** The condition number from which on estimates hang on small differences: Belsley, Kuh & Welsch 1980. */
const LOOSE = 30;

function toldText(
  { rank, columns, condition, aliased, components, parts, comparable }: ComponentIdentifiability,
  { inactive, combinations }: ComponentNetwork,
): string[] {
  const loose =
    condition > LOOSE ? ` Estimates hang on small differences (condition number ${decimals(condition, 0)}).` : "";
  const alone = components.flatMap(({ component, leverages: [first] }) =>
    first === undefined || first.leverage < MOST ? [] : [lossText(component, first)],
  );
  const told = components.filter(({ isEstimable }) => isEstimable).length;
  const nothingIsZero = inactive === null && told === 0 && combinations.every((each) => each.components.length > 0);
  const rankText =
    rank === columns
      ? `These trials tell ${columns === 1 ? "the one component" : `all ${columns} components apart`}.`
      : `These trials tell ${told} of ${counted(columns, "component")} by themselves; ${counted(rank, "independent effect")} in all.`;
  return [
    `${rankText}${loose}`,
    ...(parts.length > 1 ? partsText(parts, comparable) : []),
    ...aliased.map(aliasedText),
    ...(nothingIsZero ? ["Nothing is taken as 0 here: --inactive names what all are measured against."] : []),
    ...alone,
  ];
}

function partsText(parts: ComponentIdentifiability["parts"], comparable: ComponentIdentifiability["comparable"]) {
  const assumed = `No trial joins the ${parts.length} parts of this network: components are taken to do the same in each of them.`;
  if (comparable.length === 1) return [assumed];
  const groups = comparable.map((names, i) => `(${i + 1}) ${names.join(", ")}`).join("; ");
  return [assumed, `Treatments of different groups can't be compared: ${groups}.`];
}

function aliasedText({ components, inWords }: AliasedSet): string {
  return components.length === 1 ? `${components[0]}: ${inWords}.` : `${inWords}.`;
}

function lossText(component: string, { study, leverage }: TrialLeverage): string {
  const lost =
    leverage > 0.995 ? "nothing would be known" : `${Math.round(100 * leverage)} % of what is known would be lost`;
  return `${component}: without ${study} ${lost}.`;
}

type Component = ComponentNetwork["components"][number];

function effectsText({ measure, components, choices: { level } }: ComponentNetwork, shrunk: ShrunkComponents | null) {
  const digits = digitsOf(components.flatMap(({ se }) => (se === null ? [] : [se])));
  const drawn: Column<Component>[] =
    shrunk === null
      ? []
      : [
          {
            head: "drawn to no effect",
            cell: ({ component }) =>
              withBounds(measure, shrunk.components.find((each) => each.component === component)!, digits),
            align: "right",
          },
        ];
  return textTable(components, [
    { head: "component", cell: ({ component }) => component },
    { head: "trials", cell: ({ trials }) => trials, align: "right" },
    {
      head: `${effectHead(measure, level)} of adding it`,
      cell: (effect) => (effect.estimate === null ? null : withBounds(measure, effect, digits)),
      align: "right",
    },
    { head: "p", cell: ({ ci }) => (ci === null ? null : pValue(ci.p)), align: "right" },
    ...drawn,
  ]);
}

function withBounds(
  measure: Measure,
  { estimate, ci }: { readonly estimate: number; readonly ci: { readonly lower: number; readonly upper: number } },
  digits: number,
): string {
  return `${effectText(measure, estimate, digits)} ${boundsText(measure, ci, digits)}`;
}

/** What is said of components before any effect. */
const TOLD = ["NOT_ESTIMABLE", "JOINED_BY_COMPONENTS"];

function fitText(
  { measure, tau2, additivity, heterogeneity: { Q, df, p }, warnings }: ComponentNetwork,
  shrunk: ShrunkComponents | null,
  said: readonly Warning[],
): string {
  const own = [...warnings, ...(shrunk?.warnings ?? [])].filter(
    ({ code, message }, i, all) =>
      !TOLD.includes(code) &&
      !said.some((other) => other.message === message) &&
      all.findIndex((other) => other.message === message) === i,
  );
  const between =
    df === 0
      ? "tau² taken as 0"
      : `tau² ${decimals(tau2.value, 4)} (${tau2.method}), Q ${decimals(Q)} on ${df} df, p ${pValue(p)}`;
  return [
    noted("Between", between),
    ...(additivity === null ? [] : [noted("Additivity", additivityText(additivity))]),
    ...(shrunk === null ? [] : [noted("Drawn", drawnText(measure, shrunk))]),
    ...own.map(({ message }) => noted("Warning", message)),
  ].join("\n");
}

function additivityText({ Q, df, p }: NonNullable<ComponentNetwork["additivity"]>): string {
  if (df === 0) return "can't be tested: sums of so many components can be any effects of these treatments";
  return `Q ${decimals(Q)} on ${df} df, p ${pValue(p)}: how much worse sums of components fit than treatments by themselves`;
}

function drawnText(measure: Measure, { variance, components, effectiveDf }: ShrunkComponents): string {
  const { value, ci, p } = variance;
  const scale = measures[measure].ratio ? ", of logarithms" : "";
  return `variance of components ${decimals(value, 4)} [${decimals(ci.lower, 4)}, ${decimals(ci.upper, 4)}]${scale}, p ${pValue(p)} against none having an effect; effective number of components ${decimals(effectiveDf, 1)} of ${components.length}`;
}
