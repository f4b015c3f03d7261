import type { NetworkEffect } from "@acumeta/core";
import {
  type NetworkNode,
  networkContrasts,
  nodeComponents,
  type Question,
  type Trials,
  treatmentNodes,
} from "@acumeta/trials";
import type { NetworkData } from "./networkData.js";

interface FolderChoices {
  readonly question: string;
  /** Components need shams told apart. */
  readonly splitSham?: boolean;
  readonly components?: boolean;
  /** The component taken to have no effect. */
  readonly inactive?: string;
}

/** All treatments of the trials of a folder's question; turned so that positive favours the first-named one. */
export function folderNetwork(
  trials: Trials,
  { question: id, splitSham, components, inactive }: FolderChoices,
): NetworkData & { readonly question: Question } {
  const nodes = treatmentNodes({ splitSham: splitSham ?? components ?? false });
  const { question, effects, notUsed } = networkContrasts(trials, id, nodes);
  return {
    question,
    title: titleOf(question),
    effects,
    rules: [],
    notUsed,
    better: "higher",
    ...(components &&
      effects.length > 0 && {
        components: {
          components: nodeComponents(compared(nodes, effects)),
          ...(inactive !== undefined && { inactive }),
        },
      }),
  };
}

function compared(nodes: readonly NetworkNode[], effects: readonly NetworkEffect[]): readonly NetworkNode[] {
  return nodes.filter(({ name }) => effects.some(({ treat1, treat2 }) => treat1 === name || treat2 === name));
}

/** A question of two sides as one about all treatments. */
function titleOf({ label, outcome, window }: Question): string {
  const [conditions] = label.split(":");
  return `${conditions}: all treatments, ${outcome}, weeks ${window.from} to ${window.to}`;
}
