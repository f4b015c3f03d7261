import { check, checkLevel } from "../../errors/check.js";
import { choose } from "../../registry/choose.js";
import { type Registered, registry } from "../../registry/registry.js";
import { gaussHermite, type QuadratureRule } from "./gaussHermite.js";

const citation = "Stijnen, Hamza & Özdemir 2010, Statistics in Medicine 29:3046-3067";
const maximumLikelihood: Registered<"ML"> = { id: "ML", label: "maximum likelihood", citation };
const equalEffects: Registered<"EE"> = { id: "EE", label: "none: one effect in all studies", citation };

/** How a generalised linear mixed model finds τ², by id. */
export const glmmTau2 = registry([maximumLikelihood, equalEffects]);

export interface GlmmCommonOptions {
  /** An id of `glmmTau2`; "ML" unless given. */
  readonly tau2?: keyof typeof glmmTau2;
  /** Points of adaptive Gauss-Hermite quadrature in each dimension, 1 (Laplace) to 100; 7 unless given. */
  readonly quadraturePoints?: number;
  /** 0.95 unless given. */
  readonly level?: number;
}

export interface ResolvedGlmm {
  readonly tau2: keyof typeof glmmTau2;
  readonly common: boolean;
  readonly quadraturePoints: number;
  readonly rule: QuadratureRule;
  readonly level: number;
}

export function resolveGlmm({ tau2 = "ML", quadraturePoints = 7, level = 0.95 }: GlmmCommonOptions): ResolvedGlmm {
  checkLevel(level);
  choose<Registered>("tau2", glmmTau2, tau2);
  check(
    { quadraturePoints },
    (points) => Number.isInteger(points) && points >= 1 && points <= 100,
    "a whole number from 1 to 100",
  );
  return { tau2, common: tau2 === "EE", quadraturePoints, rule: gaussHermite(quadraturePoints), level };
}
