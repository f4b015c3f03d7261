import {
  binaryNetworkMethods,
  type Network,
  networkTau2Estimators,
  percent,
  predictions,
  regressionIntervals,
} from "@acumeta/core";
import { heterogeneityNote, labelOf, sentence } from "../forest/forestNotes.js";

/** The small print of a figure of a network's effects: heterogeneity and inconsistency, the methods, and what the reader must know. */
export function networkNotes(network: Network): readonly string[] {
  return [
    ...(network.heterogeneity.df > 0
      ? [heterogeneityNote(network).replace(/^Heterogeneity/, "Heterogeneity and inconsistency")]
      : []),
    methodsNote(network),
    ...(network.predictionNote === null ? [] : [sentence(network.predictionNote)]),
    ...network.warnings.map(({ message }) => `Note: ${sentence(message)}`),
  ];
}

function methodsNote({ choices, effects }: Network): string {
  const [{ ci, pi }] = effects as readonly [Network["effects"][number]];
  const parts = [
    ...("method" in choices ? [labelOf(binaryNetworkMethods, String(choices.method))] : []),
    choices.tau2 === "EE"
      ? "common-effect model (τ² = 0)"
      : `τ²: ${labelOf(networkTau2Estimators, choices.tau2)} (${choices.tau2})`,
    `${percent(ci.level)} confidence intervals: ${labelOf(regressionIntervals, ci.method)} (${ci.method})`,
    ...(pi === null ? [] : [`prediction intervals: ${labelOf(predictions, pi.method)}`]),
  ];
  return `Methods: ${parts.join("; ")}.`.replaceAll(" − ", "\u00a0−\u00a0");
}
