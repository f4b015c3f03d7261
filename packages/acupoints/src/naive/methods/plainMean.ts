import { tQuantile } from "@acumeta/core";
import { mean, sampleStandardDeviation } from "simple-statistics";
import { valuesOf } from "../listing.js";
import type { AverageMethod } from "./averageMethod.js";

/** The mean of the effects, all of the same weight; its interval is by t with k − 1 degrees of freedom. */
export const plainMean: AverageMethod<"mean"> = {
  id: "mean",
  label: "plain mean",
  citation: "Student 1908, Biometrika 6:1-25",
  estimates: ({ y, offsets }) => Float64Array.from(valuesOf(offsets, y), mean),
  intervals: ({ y, offsets }, level) =>
    valuesOf(offsets, y).map((values) => {
      const k = values.length;
      if (k === 1) return null;
      const half = tQuantile(0.5 + level / 2, k - 1) * (sampleStandardDeviation(values) / Math.sqrt(k));
      return { lower: mean(values) - half, upper: mean(values) + half };
    }),
};
