import { registry } from "../../registry/registry.js";
import { peese, pet, petPeese } from "./petPeese.js";
import { unrestrictedWls, waapWls } from "./waapWls.js";

/** Means corrected for small-study effects, by id. */
export const biasCorrections = registry([pet, peese, petPeese, unrestrictedWls, waapWls]);

export type BiasCorrectionId = keyof typeof biasCorrections;
