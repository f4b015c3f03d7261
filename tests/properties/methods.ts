import {
  type IntervalMethod,
  intervals,
  type PredictionMethod,
  predictions,
  type Tau2Method,
  tau2Estimators,
} from "@acumeta/core";
import fc from "fast-check";

export const tau2Methods = Object.keys(tau2Estimators) as Tau2Method[];
const intervalMethods = Object.keys(intervals) as IntervalMethod[];

/** Any choice of registered methods. */
export const choices = fc.record({
  tau2: fc.constantFrom(...tau2Methods),
  interval: fc.constantFrom(...intervalMethods),
  prediction: fc.constantFrom(...(Object.keys(predictions) as PredictionMethod[])),
});
