import { type Measure, measures, type Network } from "@acumeta/core";
import { checkArgument, isObject } from "../checkArgument.js";

/** Refuses (`WRONG_ARGUMENT`) what is no result of `network`, and options that are none. */
export function checkNetwork(network: Network, options: object): void {
  const isNetwork =
    isObject(network) &&
    isList(network, "treatments") &&
    isList(network, "designs") &&
    "scaled" in network &&
    isMeasure(network.measure);
  checkArgument(isNetwork, "network", network, "what network gives");
  checkArgument(isObject(options), "options", options, "an object of options, or none");
}

function isList(found: object, field: string): boolean {
  return Array.isArray((found as Readonly<Record<string, unknown>>)[field]);
}

function isMeasure(id: unknown): id is Measure {
  return typeof id === "string" && Object.hasOwn(measures, id);
}
