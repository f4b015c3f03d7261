import { componentStatements } from "./componentStatements.js";
import { multilevelStatements } from "./multilevelStatements.js";
import { networkStatements } from "./networkStatements.js";
import { poolStatements } from "./poolStatements.js";
import { regressionStatements } from "./regressionStatements.js";
import { knownFit, type ReportedFit } from "./reportedFit.js";
import type { Statement } from "./statement.js";

/** What is to be said of how a result was made, in order. Throws `WRONG_ARGUMENT`. */
export function statementsOf(fit: ReportedFit): readonly Statement[] {
  const known = knownFit(fit);
  switch (known.kind) {
    case "pool":
      return poolStatements(known.fit);
    case "metaRegression":
      return regressionStatements(known.fit);
    case "multilevel":
      return multilevelStatements(known.fit);
    case "network":
      return networkStatements(known.fit);
    case "componentNetwork":
      return componentStatements(known.fit);
  }
}
