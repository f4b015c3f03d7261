import type { Effect, Measure } from "../effects/effect.js";
import { messages } from "../errors/messages.js";
import { metaError } from "../errors/metaError.js";
import { multilevel } from "../multilevel/multilevel.js";
import type { Multilevel } from "../multilevel/result.js";
import { freeze } from "../numerics/freeze.js";
import type { OneMeasure } from "../pool/oneMeasure.js";
import { assumedCovariance } from "./assumedCovariance.js";
import { assuming, checkSweep, type OverCorrelationsOptions, variedPart } from "./sweep/options.js";
import type { FitAtCorrelation, OverCorrelations } from "./sweep/result.js";

/**
 * How much a multilevel model depends on a correlation that nobody reported: the model at each of several values of it.
 *
 * @param effects Estimates of one measure with whatever columns the options name.
 * @param options Those of {@link multilevel} but for `V`; in `dependence` what else to assume, as for
 * {@link assumedCovariance}; `vary` which correlation to vary, where there are several.
 * @param correlations The values to assume, as [0, 0.3, 0.5, 0.7, 0.9].
 * @returns For each value the coefficients with their intervals, the variance components and how well the model fits.
 *
 * Throws `NO_CORRELATIONS`, `VARY_WHAT`, `UNKNOWN_OPTION` for a `V`, and what {@link assumedCovariance} and
 * {@link multilevel} throw.
 *
 * Hedges, Tipton & Johnson 2010, Research Synthesis Methods 1:39-65, advise to vary it.
 *
 * @example
 * import { overCorrelations } from "@acumeta/core";
 * const effects = [
 *   { study: "A", measure: "SMD", yi: 0.1, vi: 0.02 },
 *   { study: "A", measure: "SMD", yi: 0.3, vi: 0.03 },
 *   { study: "B", measure: "SMD", yi: 0.7, vi: 0.05 },
 *   { study: "B", measure: "SMD", yi: 0.5, vi: 0.04 },
 *   { study: "C", measure: "SMD", yi: 0.3, vi: 0.01 },
 * ] as const;
 * const sweep = overCorrelations(effects, { random: "~ 1 | study" }, [0, 0.5, 0.9]);
 * sweep.fits.map(({ coefficients }) => coefficients[0].estimate); // => [0.3361, 0.3122, 0.2529]
 * sweep.fits.map(({ random }) => random[0].components[0].value); // => [0.022, 0.0091, 0.0222]
 */
export function overCorrelations<M extends Measure>(
  effects: readonly Effect<M>[] & OneMeasure<M>,
  options: OverCorrelationsOptions,
  correlations: readonly number[],
): OverCorrelations<M> {
  checkSweep(options);
  if (!Array.isArray(correlations) || correlations.length === 0)
    throw metaError(messages.noCorrelations({ found: correlations }));
  const { dependence = {}, vary: _, ...model } = options;
  const varied = variedPart(options);
  const fits = correlations.map((correlation) => {
    const V = assumedCovariance<M>(effects, assuming(dependence, varied, correlation));
    return multilevel<M>(effects, { ...model, V });
  });
  const { measure, k, choices } = fits[0]!;
  return freeze({ measure, k, varied, fits: fits.map((fit, at) => tableRow(fit, correlations[at]!)), choices });
}

function tableRow(
  { coefficients, random, pi, heterogeneity, fit, convergence, warnings }: Multilevel,
  correlation: number,
): FitAtCorrelation {
  return {
    correlation,
    coefficients,
    random: random.map(({ label, structure, components }) => ({ label, structure, components })),
    pi,
    I2: heterogeneity.I2,
    logLik: fit.logLik,
    converged: convergence.converged,
    warnings,
  };
}
