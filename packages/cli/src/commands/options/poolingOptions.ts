import { intervals, tau2Estimators } from "@acumeta/core";
import { InvalidArgumentError, Option } from "commander";
import { choice } from "./choice.js";

export const tau2Option = (): Option =>
  choice("--tau2 <id>", "estimator of the between-study variance", tau2Estimators, "REML");

export const intervalOption = (): Option => choice("--interval <id>", "confidence interval", intervals, "HKSJ");

export const levelOption = (): Option =>
  new Option("--level <number>", "confidence level").argParser(parseLevel).default(0.95);

function parseLevel(text: string): number {
  const level = Number(text);
  if (level > 0 && level < 1) return level;
  throw new InvalidArgumentError("A level lies between 0 and 1, for example 0.95.");
}
