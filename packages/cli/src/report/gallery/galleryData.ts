import { type Prescription, popularity, prescriptionsOf } from "@acumeta/acupoints";
import type { CheckedClaim } from "@acumeta/claims";
import { type ComponentNetwork, componentNetwork, type Network, network, type PooledEffect } from "@acumeta/core";
import {
  type ModifiedEffect,
  type NetworkNode,
  networkContrasts,
  nodeComponents,
  type Trials,
  treatmentNodes,
  withModifiers,
} from "@acumeta/trials";
import type { PointResults, QuestionResult, Results } from "../results.js";

/** What the figures of the gallery are drawn from: the question with the most effects, asked in every way. */
export interface GalleryData {
  readonly trials: Trials;
  readonly asked: QuestionResult & { readonly pooled: PooledEffect };
  readonly effects: readonly ModifiedEffect[];
  readonly network: () => Network;
  readonly components: () => ComponentNetwork;
  readonly prescriptions: readonly Prescription[];
  readonly use: ReturnType<typeof popularity>;
  readonly points: PointResults | null;
  readonly claims: readonly CheckedClaim[];
}

/** null where no trial answers any question. */
export function galleryData(trials: Trials, { questions, points, claims }: Results): GalleryData | null {
  const asked = questions.reduce<QuestionResult | null>(
    (most, each) => (each.effects.length > (most?.effects.length ?? 0) ? each : most),
    null,
  );
  if (asked === null || asked.pooled === null) return null;
  const { prescriptions } = prescriptionsOf(trials);
  const compared = (splitSham: boolean) => {
    const nodes = treatmentNodes({ splitSham });
    return { nodes, effects: networkContrasts(trials, asked.question.id, nodes).effects };
  };
  return {
    trials,
    asked: { ...asked, pooled: asked.pooled },
    effects: withModifiers(trials, asked.effects).effects,
    network: once(() => network(compared(false).effects)),
    components: once(() => {
      const { nodes, effects } = compared(true);
      const isThere = ({ name }: NetworkNode) =>
        effects.some(({ treat1, treat2 }) => treat1 === name || treat2 === name);
      return componentNetwork(effects, { components: nodeComponents(nodes.filter(isThere)) });
    }),
    prescriptions,
    use: popularity(prescriptions),
    points,
    claims,
  };
}

/** A value computed when it is first asked for. */
function once<T>(compute: () => T): () => T {
  let found: { readonly value: T } | null = null;
  return () => {
    found ??= { value: compute() };
    return found.value;
  };
}
