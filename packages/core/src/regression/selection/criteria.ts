import type { FitStatistics } from "../../pool/result.js";
import { type Registered, registry } from "../../registry/registry.js";

/** An information criterion: the smaller, the better. */
export interface InformationCriterion<Id extends string = string> extends Registered<Id> {
  readonly of: (statistics: FitStatistics) => number;
}

const aic: InformationCriterion<"AIC"> = {
  id: "AIC",
  label: "Akaike's information criterion",
  citation: "Akaike 1974, IEEE Transactions on Automatic Control 19:716-723",
  of: ({ AIC }) => AIC,
};

const aicc: InformationCriterion<"AICc"> = {
  id: "AICc",
  label: "AIC corrected for small samples",
  citation: "Hurvich & Tsai 1989, Biometrika 76:297-307",
  of: ({ AICc }) => AICc,
};

const bic: InformationCriterion<"BIC"> = {
  id: "BIC",
  label: "Bayesian information criterion",
  citation: "Schwarz 1978, Annals of Statistics 6:461-464",
  of: ({ BIC }) => BIC,
};

/** Criteria by which models are compared, by id. */
export const informationCriteria = registry([aicc, aic, bic]);

export type InformationCriterionId = keyof typeof informationCriteria;
