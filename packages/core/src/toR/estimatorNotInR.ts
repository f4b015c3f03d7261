import { messages } from "../errors/messages.js";
import { type MetaError, metaError } from "../errors/metaError.js";
import { tau2Estimators } from "../pool/tau2/index.js";

/** The error for an estimator of τ² that metafor does not have. */
export function estimatorNotInR(id: string): MetaError {
  const known = Object.values(tau2Estimators).flatMap((estimator) => (estimator.r === null ? [] : [estimator.id]));
  return metaError(
    messages.notInR({
      found: `τ² by ${id}`,
      allowed: `estimators that metafor has: ${known.join(", ")}`,
      mend: 'Compare with R by one of these, as tau2: "REML".',
    }),
  );
}
