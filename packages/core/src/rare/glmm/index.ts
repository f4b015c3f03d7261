import { registry } from "../../registry/registry.js";
import { conditionalApproximate, conditionalExact } from "./conditional.js";
import { fixedStudies } from "./fixedStudies.js";
import { randomStudies } from "./randomStudiesModel.js";

/** Generalised linear mixed models of studies with two groups, by id. */
export const glmmModels = registry([fixedStudies, randomStudies, conditionalExact, conditionalApproximate]);
