import { registry } from "../../registry/registry.js";

const citation = "Cooper, Sutton, Morris, Ades & Welton 2009, Statistics in Medicine 28:1861-1881";

/** How slopes of treatments against the reference belong together, by id. */
export const networkInteractions = registry([
  { id: "common", label: "one slope for every treatment against the reference", citation },
  { id: "exchangeable", label: "a slope for each treatment, normally distributed around a mean", citation },
  { id: "independent", label: "a slope for each treatment by itself", citation },
]);

export type NetworkInteraction = keyof typeof networkInteractions;
