import { registry } from "../../registry/registry.js";
import { kenwardRoger } from "./kenwardRoger.js";
import { satterthwaite } from "./satterthwaite.js";
import { tTest, zTest } from "./wald.js";

/**
 * Tests and intervals of the coefficients of a multilevel model, with label and source; the ids are the values of its
 * option `test`.
 *
 * @example
 * import { coefficientTests } from "@acumeta/core";
 * coefficientTests.Satterthwaite.label; // => "t distribution with Satterthwaite's degrees of freedom"
 */
export const coefficientTests = registry([zTest, tTest, satterthwaite, kenwardRoger]);

/** Id of a registered test of coefficients. */
export type CoefficientTestId = keyof typeof coefficientTests;
