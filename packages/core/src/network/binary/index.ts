import { registry } from "../../registry/registry.js";
import { logisticMethod, nonCentralHypergeometric, rareHypergeometric } from "./likelihood/index.js";
import { mantelHaenszelMethod } from "./mantelHaenszel/index.js";
import { penalisedMethod } from "./penalised/index.js";

/** Ways to fit a network of counts, by id. */
export const binaryNetworkMethods = registry([
  mantelHaenszelMethod,
  nonCentralHypergeometric,
  rareHypergeometric,
  logisticMethod,
  penalisedMethod,
]);

export type BinaryNetworkMethodId = keyof typeof binaryNetworkMethods;
