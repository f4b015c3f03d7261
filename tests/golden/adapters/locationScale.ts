import { locationScale } from "@acumeta/core";
import type { Adapter } from "../goldenCase.ts";
import { effectsOf } from "./pairwise.ts";

const adapter: Adapter = (golden) => {
  const { z } = golden.input as { z: readonly number[] };
  const { method } = golden.options as { method: "REML" | "ML" };
  const effects = effectsOf(golden).map((effect, i) => ({ ...effect, z: z[i]! }));
  const { location, scale, fit, studies } = locationScale(effects, { scale: "~ z", method, test: "z" });
  return {
    beta: location.coefficients.map(({ estimate }) => estimate),
    se: location.coefficients.map(({ se }) => se),
    alpha: scale.coefficients.map(({ estimate }) => estimate),
    se_alpha: scale.coefficients.map(({ se }) => se),
    logLik: fit.logLik,
    tau2: studies.map(({ tau2 }) => tau2),
  };
};

export const locationScaleAdapters: Readonly<Record<string, Adapter>> = { "metareg.location_scale": adapter };
