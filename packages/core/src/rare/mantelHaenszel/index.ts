import { registry } from "../../registry/registry.js";
import { oddsRatio } from "./oddsRatio.js";
import { rateDifference } from "./rateDifference.js";
import { rateRatio } from "./rateRatio.js";
import { riskDifference } from "./riskDifference.js";
import { riskRatio } from "./riskRatio.js";

/** What Mantel-Haenszel weights can pool, by id. */
export const mantelHaenszelMeasures = registry([oddsRatio, riskRatio, riskDifference, rateRatio, rateDifference]);
