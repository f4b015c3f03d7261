import { checkLevel } from "../errors/check.js";
import { messages } from "../errors/messages.js";
import { metaError } from "../errors/metaError.js";
import type { DesignOptions } from "../formula/buildDesign.js";
import type { ModelMatrix } from "../formula/modelMatrix.js";
import { choose } from "../registry/choose.js";
import type { RandomEffect } from "./random/randomEffect.js";
import { type CoefficientTestId, coefficientTests } from "./tests/index.js";
import type { CoefficientTestRule } from "./tests/test.js";

/** Sampling covariances of some effects (`rows`, counted from 0): a symmetric matrix with their `vi` on its diagonal. */
export interface SamplingBlock {
  readonly rows: readonly number[];
  readonly matrix: readonly (readonly number[])[];
}

/** How to fit a multilevel model. */
export interface MultilevelOptions extends DesignOptions {
  /** Random effects; "~ 1 | study/effect" unless given: an effect of each study and one of each effect within it. */
  readonly random?: RandomEffect | readonly RandomEffect[];
  /** The fixed part: a formula over the effects' own values, "~ outcome + weeks", or a model matrix; "~ 1" unless given. */
  readonly moderators?: string | ModelMatrix;
  /** Covariances of the sampling errors of all effects given, in full or as blocks; none unless given. */
  readonly V?: readonly (readonly number[])[] | readonly SamplingBlock[];
  /** "REML" unless given. */
  readonly method?: "REML" | "ML";
  /** Tests and intervals of coefficients: an id of `coefficientTests`; "Satterthwaite" unless given. */
  readonly test?: CoefficientTestId;
  /** Confidence level between 0 and 1; 0.95 unless given. */
  readonly level?: number;
}

export interface ResolvedMultilevel {
  readonly random: readonly RandomEffect[];
  readonly moderators: string | ModelMatrix;
  readonly design: DesignOptions;
  readonly V: MultilevelOptions["V"];
  readonly method: "REML" | "ML";
  readonly test: CoefficientTestRule;
  readonly level: number;
}

const known = ["random", "moderators", "missing", "reference", "coding", "V", "method", "test", "level"];
const likelihoods = {
  REML: {
    id: "REML",
    label: "restricted maximum likelihood",
    citation: "Patterson & Thompson 1971, Biometrika 58:545-554",
  },
  ML: {
    id: "ML",
    label: "maximum likelihood",
    citation: "Harville 1977, Journal of the American Statistical Association 72:320-338",
  },
} as const;
const meant: Readonly<Record<string, string>> = { mods: "moderators", vcov: "V", tau2: "method", interval: "test" };

/** Options with their defaults; what isn't known is a MetaError. */
export function resolveMultilevel(options: MultilevelOptions): ResolvedMultilevel {
  if (typeof options !== "object" || options === null)
    throw metaError(messages.unknownOption({ found: options, known }));
  const unknown = Object.keys(options).find((name) => !known.includes(name));
  if (unknown !== undefined)
    throw metaError(messages.unknownOption({ found: unknown, known, meant: meant[unknown] ?? null }));
  const {
    random = "~ 1 | study/effect",
    moderators = "~ 1",
    method = "REML",
    test = "Satterthwaite",
    level = 0.95,
  } = options;
  if (typeof moderators !== "string" && (typeof moderators !== "object" || moderators === null))
    throw metaError(messages.notModerators({ found: moderators }));
  checkLevel(level);
  const list = Array.isArray(random) ? (random as readonly RandomEffect[]) : [random as RandomEffect];
  if (list.length === 0) throw metaError(messages.noRandomEffects());
  return {
    random: list,
    moderators,
    design: {
      ...(options.missing && { missing: options.missing }),
      ...(options.reference && { reference: options.reference }),
      ...(options.coding && { coding: options.coding }),
    },
    V: options.V,
    method: choose("method", likelihoods, method).id as "REML" | "ML",
    test: choose<CoefficientTestRule>("test", coefficientTests, test),
    level,
  };
}
