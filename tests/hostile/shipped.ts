import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Texts } from "./base.ts";

const text = (file: string) =>
  readFileSync(fileURLToPath(new URL(`../../datasets/pain-trials/${file}`, import.meta.url)), "utf8");

/** The shipped tables as text. */
export const shipped: Texts = {
  trials: text("trials.csv"),
  arms: text("arms.csv"),
  armPoints: text("arm-points.csv"),
  outcomes: text("outcomes.csv"),
  contrasts: text("contrasts.csv"),
  scales: text("scales.csv"),
  questions: text("questions.json"),
};
