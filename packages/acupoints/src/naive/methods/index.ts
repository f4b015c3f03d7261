import { registry } from "@acumeta/core";
import { plainMean } from "./plainMean.js";
import { randomEffects } from "./randomEffects.js";

/** How the effects of the trials that list a point are averaged, by id. */
export const naiveMethods = registry([plainMean, randomEffects]);

export type NaiveMethod = keyof typeof naiveMethods;
