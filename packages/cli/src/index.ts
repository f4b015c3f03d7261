/** The whole library in one import. */
export * from "@acumeta/acupoints";
export * from "@acumeta/claims";
export * from "@acumeta/core";
export * from "@acumeta/figures";
export * from "@acumeta/reporting";
export * from "@acumeta/trials";
export { shippedData } from "./shippedData.js";
