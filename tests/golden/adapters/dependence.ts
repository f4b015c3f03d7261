import { aggregate, assumedCovariance } from "@acumeta/core";
import { type Adapter, peerInexact } from "../goldenCase.ts";
import { effectsOf, fit, intercepts, report } from "./multilevel.ts";

const vcalc: Adapter = (golden) => {
  const { rho } = golden.options as { rho: number };
  const V = assumedCovariance(effectsOf(golden), { cluster: "L1", correlation: rho });
  const result = fit(golden, "~ 1 | L1/L2", V);
  return {
    ...report(result, false),
    ...intercepts(result),
    names: result.coefficients.map(({ name }) => name),
    sigma2_names: result.random.map(({ label }) => label),
    optimisersDisagreeBy: peerInexact,
  };
};

const aggregated: Adapter = (golden) => {
  const { rho = 0 } = golden.options as { rho?: number };
  const { effects } = aggregate(effectsOf(golden), { cluster: "L1", correlation: rho });
  return {
    L1: effects.map(({ L1 }) => L1 as string),
    yi: effects.map(({ yi }) => yi),
    vi: effects.map(({ vi }) => vi),
  };
};

export const dependenceAdapters: Readonly<Record<string, Adapter>> = {
  "mv.vcalc": vcalc,
  "mv.aggregate": aggregated,
};
