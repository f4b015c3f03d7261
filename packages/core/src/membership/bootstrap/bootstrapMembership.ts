import { quantileSorted } from "simple-statistics";
import type { Effect, Measure } from "../../effects/effect.js";
import { messages } from "../../errors/messages.js";
import { metaError } from "../../errors/metaError.js";
import { freeze } from "../../numerics/freeze.js";
import type { OneMeasure } from "../../pool/oneMeasure.js";
import type { Bounds } from "../../pool/result.js";
import { maximiseMixed, scalesOf } from "../../sparse/mixed/maximiseMixed.js";
import { profileVariance } from "../../sparse/mixed/profileVariance.js";
import { likelihoodRatio, nestedMaxima } from "../../sparse/mixed/termVariances.js";
import { membershipModel } from "../membershipModel.js";
import { resolveMembership } from "../options.js";
import { spreadOfMembers } from "../spreadOfMembers.js";
import { detectable } from "./detectable.js";
import { type BootstrapMembershipOptions, resolveBootstrap } from "./options.js";
import type { BootstrapMembership } from "./result.js";
import { simulator } from "./simulator.js";

/**
 * Whether members differ at all, for as few effects as there are: the likelihood ratio of {@link multiMembership} against the ratios
 * of data sets drawn from the model, with the same effects, members and moderators, in which they do not.
 *
 * The interval holds the σ² whose likelihood ratio is no larger than that of a share `level` of draws at the limit itself, the
 * profile likelihood's limits being where they are drawn. `detectable` draws from the model with the other variances as estimated.
 *
 * Throws what `multiMembership` throws, `UNKNOWN_CHOICE` for a `column` that is none of `members`, and `BAD_BOOTSTRAP_OPTION`.
 *
 * Crainiceanu & Ruppert 2004, Journal of the Royal Statistical Society B 66:165-185 (why not χ²); Davison & Hinkley 1997, Bootstrap
 * Methods and their Application, sec. 4.4 (the test).
 *
 * @example
 * import { bootstrapMembership } from "@acumeta/core";
 * const trials = [
 *   { study: "A", measure: "SMD", yi: 0.9, vi: 0.02, points: ["BL23", "GV3"] },
 *   { study: "B", measure: "SMD", yi: 0.8, vi: 0.03, points: ["BL23", "BL40"] },
 *   { study: "C", measure: "SMD", yi: 0.1, vi: 0.05, points: ["BL25", "BL40"] },
 *   { study: "D", measure: "SMD", yi: 0.2, vi: 0.04, points: ["BL25"] },
 *   { study: "E", measure: "SMD", yi: 0.3, vi: 0.01, points: ["GV3", "BL40"] },
 * ] as const;
 * const { ratio, p } = bootstrapMembership(trials, { members: "points", draws: 199, ci: false });
 * ratio; // => 1.755
 * p > 0.05; // => true
 */
export function bootstrapMembership<M extends Measure>(
  effects: readonly Effect<M>[] & OneMeasure<M>,
  options: BootstrapMembershipOptions,
): BootstrapMembership {
  const { model: asked, column: chosen, draws, seed, ci, power } = resolveBootstrap(options);
  const choices = resolveMembership(asked);
  const { level, members } = choices;
  const column = chosen ?? members[0]!;
  const term = members.indexOf(column);
  if (term === -1) throw metaError(messages.unknownChoice({ option: "column", id: column, known: members }));
  const built = membershipModel<M>(effects, choices);
  spreadOfMembers(built);
  const model = built.compact;
  const place = 1 + term;
  const maxima = nestedMaxima(model);
  const { best, without } = maxima;
  const ratio = likelihoodRatio(maxima, term);
  const simulate = simulator(model, seed);
  const atZero = Float64Array.of(...without[term]!.theta.slice(0, place), 0, ...without[term]!.theta.slice(place));
  const ratios = drawn(draws, (draw) => likelihoodRatio(simulate(draw, atZero).maxima(), term));
  const critical = quantileSorted(ratios, level);

  /** The critical ratio of σ² itself, drawn where it is true. */
  const criticalAt = (value: number): number => {
    const held = { place, at: value };
    const { theta } = maximiseMixed(model, { starts: [best.theta], held });
    const own = drawn(draws, (draw) => {
      const there = simulate(draw, theta);
      const { logLik } = maximiseMixed(there.model, { starts: [theta], held });
      return Math.max(0, 2 * (there.maxima().best.logLik - logLik));
    });
    return quantileSorted(own, level);
  };
  const limits = (): Bounds => {
    const facts = { place, level, atZero: without[term]!.logLik };
    const profile = profileVariance(model, best, facts);
    const lowerRatio = profile.lower === 0 ? critical : criticalAt(profile.lower);
    const { lower } = profileVariance(model, best, { ...facts, critical: lowerRatio });
    const { upper } = profileVariance(model, best, { ...facts, critical: criticalAt(profile.upper) });
    return { lower: ratio <= critical ? 0 : lower, upper, level, method: "bootstrap" };
  };
  return freeze<BootstrapMembership>({
    column,
    value: best.theta[place]!,
    ratio,
    p: (1 + ratios.filter((each) => each >= ratio).length) / (1 + draws),
    critical,
    ci: ci ? limits() : null,
    detectable:
      power === null
        ? null
        : {
            power,
            sigma: detectable(simulate, best, {
              term,
              draws,
              critical,
              power,
              scale: Math.sqrt(scalesOf(model)[place]!),
            }),
          },
    draws,
    seed,
    level,
  });
}

function drawn(draws: number, ratioOf: (draw: number) => number): number[] {
  return Array.from({ length: draws }, (_, draw) => ratioOf(draw)).sort((a, b) => a - b);
}
