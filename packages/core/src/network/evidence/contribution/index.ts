import { registry } from "../../../registry/registry.js";
import { randomWalk } from "./randomWalk.js";
import { shortestPath } from "./shortestPath.js";

/** Ways of telling how much of an estimate comes from each comparison, by id. */
export const contributionMethods = registry([shortestPath, randomWalk]);

export type ContributionMethodId = keyof typeof contributionMethods;
