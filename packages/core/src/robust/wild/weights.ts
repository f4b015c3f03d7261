import { type Registered, registry } from "../../registry/registry.js";

/** Numbers of mean 0 and variance 1, each as likely, with which the residuals of a cluster are multiplied. */
export interface WildWeights<Id extends string = string> extends Registered<Id> {
  readonly values: readonly number[];
}

const rademacher: WildWeights<"Rademacher"> = {
  id: "Rademacher",
  label: "Two points, ±1",
  citation: "Cameron, Gelbach & Miller 2008, Review of Economics and Statistics 90:414-427",
  values: [1, -1],
};

/** More different draws than two points allow where clusters are fewer than about ten. */
const webb: WildWeights<"Webb"> = {
  id: "Webb",
  label: "Six points, ±√½, ±1, ±√1.5",
  citation: "Webb 2023, Canadian Journal of Economics 56:839-858",
  values: [1, -1, Math.SQRT1_2, -Math.SQRT1_2, Math.sqrt(1.5), -Math.sqrt(1.5)],
};

/** Weights of the wild cluster bootstrap, by id. */
export const wildWeights = registry([rademacher, webb]);

export type WildWeightsId = keyof typeof wildWeights;
