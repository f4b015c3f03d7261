import { registry } from "../../registry/registry.js";
import { drawn } from "./drawn.js";
import { exact } from "./exact.js";

/** Ways to find the distribution of ranks, by id. */
export const rankMethods = registry([exact, drawn]);

export type RankMethodId = keyof typeof rankMethods;
