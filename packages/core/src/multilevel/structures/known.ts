import { variance } from "./parameters.js";
import type { Structure } from "./structure.js";

/** One variance, with correlations of the levels that are known beforehand. */
export const knownCorrelation = {
  id: "known",
  label: "one variance, known correlations of the levels",
  citation: "Lajeunesse 2009, American Naturalist 174:369-381 (phylogenetic correlations)",
  parameters: () => [variance()],
  covariance: ([tau2], { correlation }) => ({
    G: correlation!.map((each) => each * tau2!),
    slopes: [correlation!],
  }),
} as const satisfies Structure;
