import { registry } from "../../registry/registry.js";
import { general } from "./general.js";
import { orwin } from "./orwin.js";
import { rosenberg } from "./rosenberg.js";
import { rosenthal } from "./rosenthal.js";

/** Fail-safe numbers, by id. */
export const failSafeMethods = registry([rosenthal, orwin, rosenberg, general]);

export type FailSafeMethodId = keyof typeof failSafeMethods;
