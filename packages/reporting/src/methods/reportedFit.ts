import type { ComponentNetwork, MetaRegression, Multilevel, Network, PooledEffect } from "@acumeta/core";
import { checkArgument, isObject } from "../checkArgument.js";

/** A result whose methods can be told. */
export type ReportedFit = PooledEffect | MetaRegression | Multilevel | Network | ComponentNetwork;

/** A result with its kind, which it does not tell itself. */
export type KnownFit =
  | { readonly kind: "pool"; readonly fit: PooledEffect }
  | { readonly kind: "metaRegression"; readonly fit: MetaRegression }
  | { readonly kind: "multilevel"; readonly fit: Multilevel }
  | { readonly kind: "network"; readonly fit: Network }
  | { readonly kind: "componentNetwork"; readonly fit: ComponentNetwork };

/** Fields that only the results of one function have. */
const marks = {
  pool: ["studies", "tau2", "pi", "estimate"],
  metaRegression: ["coefficients", "omnibus", "design"],
  multilevel: ["coefficients", "random", "convergence"],
  network: ["treatments", "contrasts", "designs"],
  componentNetwork: ["components", "combinations", "additivity"],
} as const satisfies Readonly<Record<KnownFit["kind"], readonly string[]>>;

/** Which function a result is of. Throws `WRONG_ARGUMENT`. */
export function knownFit(fit: ReportedFit): KnownFit {
  const kinds = Object.keys(marks) as KnownFit["kind"][];
  const kind = isObject(fit) ? kinds.find((each) => marks[each].every((field) => field in fit)) : undefined;
  checkArgument(kind !== undefined && "choices" in fit, "fit", summary(fit), `what ${kinds.join(", ")} give`);
  return { kind, fit } as KnownFit;
}

function summary(value: unknown): unknown {
  return isObject(value) ? Object.keys(value) : value;
}
