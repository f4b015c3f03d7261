import type { ZeroCountOptions } from "../../effects/zeroCells.js";
import { check } from "../../errors/check.js";
import { checkOptionNames } from "../../errors/checkOptionNames.js";
import { messages } from "../../errors/messages.js";
import { metaError } from "../../errors/metaError.js";
import type { PredictionRule } from "../../pool/prediction/rule.js";
import { glmmTau2 } from "../../rare/glmm/options.js";
import { choose } from "../../registry/choose.js";
import type { Registered } from "../../registry/registry.js";
import { type NetworkOptions, resolveNetwork } from "../options.js";
import { type BinaryNetworkMethodId, binaryNetworkMethods } from "./index.js";
import type { BinaryNetworkMethod, MethodOptions } from "./method.js";
import { type Dispersion, type DispersionId, dispersions } from "./penalised/dispersion.js";

/** How to fit a network of counts. */
export interface BinaryNetworkOptions
  extends Pick<NetworkOptions, "prediction" | "level" | "reference" | "disconnected"> {
  /** An id of `binaryNetworkMethods`. */
  readonly method: BinaryNetworkMethodId;
  /** Of "logistic": "ML" unless given, or "EE" for a common effect, which the other methods suppose. An id of `glmmTau2`. */
  readonly tau2?: keyof typeof glmmTau2;
  /** Of "logistic" with τ²: points of adaptive Gauss-Hermite quadrature in each dimension, 1 (Laplace) to 100, 7 unless given; fewer where trials of many arms would need more than 1000 nodes. */
  readonly quadraturePoints?: number;
  /** Of "Firth": an id of `dispersions`; "none" unless given. */
  readonly dispersion?: DispersionId;
  /** Of "MH": the zero-cell policy in pooling; `{ to: "none" }` unless given. */
  readonly zeroCells?: ZeroCountOptions;
}

export interface ResolvedBinaryNetwork extends MethodOptions {
  readonly method: BinaryNetworkMethod;
  readonly dispersion: Dispersion;
  readonly level: number;
  readonly prediction: PredictionRule;
}

const shared = ["method", "prediction", "level", "reference", "disconnected"];
const own = ["tau2", "quadraturePoints", "dispersion", "zeroCells"];

/** Options with their defaults; what isn't known, or isn't for the method, is a MetaError. */
export function resolveBinaryNetwork(options: BinaryNetworkOptions): ResolvedBinaryNetwork {
  checkOptionNames(options, [...shared, ...own]);
  const { quadraturePoints = 7, dispersion = "none", zeroCells, ...rest } = options;
  const method = choose<BinaryNetworkMethod>("method", binaryNetworkMethods, options.method);
  const takes = (option: string) => method.options.includes(option);
  const { tau2 = takes("tau2") ? "ML" : "EE", method: _, ...ofNetworks } = rest;
  choose<Registered>("tau2", glmmTau2, tau2);
  const given = own.filter((option) => Object.hasOwn(options, option) && !(option === "tau2" && tau2 === "EE"));
  const misplaced = given.find((option) => !takes(option));
  if (misplaced !== undefined) throw metaError(notForMethod(misplaced, method.id));
  check(
    { quadraturePoints },
    (points) => Number.isInteger(points) && points >= 1 && points <= 100,
    "a whole number from 1 to 100",
  );
  const { level, prediction } = resolveNetwork(ofNetworks);
  return {
    method,
    common: tau2 === "EE",
    quadraturePoints,
    dispersion: choose<Dispersion>("dispersion", dispersions, dispersion),
    zeroCells: { add: 0.5, to: "none", ...zeroCells },
    level,
    prediction,
  };
}

function notForMethod(option: string, method: string) {
  const able = Object.values<BinaryNetworkMethod>(binaryNetworkMethods).filter(({ options }) =>
    options.includes(option),
  );
  return messages.notForMethod({ option, method, methods: able.map(({ id }) => id) });
}
