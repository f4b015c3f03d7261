import { registry } from "../../registry/registry.js";
import { biggerstaffTweedie } from "./biggerstaffTweedie.js";
import { generalisedQInverse, generalisedQRoot } from "./generalisedQ.js";
import { profileLikelihood } from "./profileLikelihood.js";
import { qProfile } from "./qProfile.js";
import { sidikJonkmanInterval } from "./sidikJonkman.js";

/** Confidence intervals of τ², by id. */
export const tau2Intervals = registry([
  qProfile,
  profileLikelihood,
  generalisedQInverse,
  generalisedQRoot,
  biggerstaffTweedie,
  sidikJonkmanInterval,
]);

export type Tau2IntervalMethod = keyof typeof tau2Intervals;
