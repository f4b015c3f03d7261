import type { Measure } from "../../effects/effect.js";
import { intervalAround } from "../../pool/intervalAround.js";
import type { Interval } from "../../pool/result.js";
import { choose } from "../../registry/choose.js";
import { type RegressionInterval, regressionIntervals } from "../../regression/intervals.js";
import { sparseMixedEffects } from "../../sparse/mixedEffects.js";
import { arrangeTrials } from "../arrange/arrangeTrials.js";
import { consistencyModel } from "../arrange/networkDesign.js";
import { connected } from "../connected.js";
import { thetaOf } from "../contrastsOf.js";
import type { NetworkEffect } from "../networkEffect.js";
import type { Network } from "../result.js";
import { scaleOf } from "../scaleOf.js";
import type { NetworkTau2Estimator } from "../tau2/estimator.js";
import { networkTau2Estimators } from "../tau2/index.js";

/** A treatment against the reference in a network from which something was left out. */
export interface RefittedEffect {
  readonly treatment: string;
  /** null where nothing connects the treatment with the reference any more. */
  readonly estimate: number | null;
  readonly ci: Interval | null;
}

/** A network from which something was left out. */
export interface RefittedNetwork {
  readonly omitted: string;
  /** Trials that are left. */
  readonly k: number;
  readonly effects: readonly RefittedEffect[];
  readonly tau2: number;
  readonly Q: number;
  readonly df: number;
  /** Treatments that nothing connects with the reference any more. */
  readonly cutOff: readonly string[];
}

/** Fits what is left with the choices of a network; null where nothing is left of the reference. */
export function refitNetwork<M extends Measure>(
  { reference, treatments, choices }: Network<M>,
  left: readonly NetworkEffect[],
): Omit<RefittedNetwork, "omitted"> | null {
  const names = treatments.map(({ name }) => name);
  const present = names.filter((name) => left.some(({ treat1, treat2 }) => treat1 === name || treat2 === name));
  if (!present.includes(reference)) return null;
  const part = connected(left, present, { reference, disconnected: "reference" });
  const { trials } = arrangeTrials(part.used, part.treatments);
  const model = consistencyModel(trials, part.treatments, part.reference);
  const { fit, atZero, tau2 } = sparseMixedEffects(
    model.design,
    choose<NetworkTau2Estimator>("tau2", networkTau2Estimators, choices.tau2),
  );
  const interval = choose<RegressionInterval>("interval", regressionIntervals, choices.interval);
  const { factor, ...rule } = scaleOf(fit, model.design.y, { interval, level: choices.level });
  const C = fit.vcov();
  const effects = names
    .filter((name) => name !== reference)
    .map((treatment): RefittedEffect => {
      const place = part.treatments.indexOf(treatment);
      if (place === -1) return { treatment, estimate: null, ci: null };
      const column = place < part.reference ? place : place - 1;
      const estimate = thetaOf(fit.beta, place, part.reference);
      const se = Math.sqrt(factor * C[column * (model.design.p + 1)]!);
      return { treatment, estimate, ci: intervalAround(estimate, { se, ...rule }) };
    });
  const cutOff = effects.filter(({ estimate }) => estimate === null).map(({ treatment }) => treatment);
  return { k: trials.length, effects, tau2: tau2.value, Q: atZero.q1, df: atZero.df, cutOff };
}
