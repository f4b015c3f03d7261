import { spawnSync } from "node:child_process";
import type { EffectColumns } from "@acumeta/core";

const CODE = `
suppressMessages(library(metafor))
columns <- readLines(file("stdin"))
yi <- as.numeric(strsplit(columns[1], " ")[[1]])
vi <- as.numeric(strsplit(columns[2], " ")[[1]])
offsets <- as.integer(strsplit(columns[3], " ")[[1]])
fails <- 0
for (g in seq_len(length(offsets) - 1)) {
  rows <- (offsets[g] + 1):offsets[g + 1]
  fit <- tryCatch(suppressWarnings(rma(yi[rows], vi[rows], method = "REML")), error = function(e) NULL)
  if (is.null(fit)) fails <- fails + 1
}
cat(fails)
`;

/** How often metafor's default REML gives no answer for the same kind of data; a plain sentence where R is not there. */
export function failuresOfR({ y, v, offsets }: EffectColumns): string {
  const input = [y, v, offsets].map((column) => Array.from(column).join(" ")).join("\n");
  const { status, stdout } = spawnSync("Rscript", ["-e", CODE], { input, encoding: "utf8" });
  if (status !== 0) return "R was not compared: Rscript with the package metafor is not installed.";
  return `R's metafor, REML by its defaults: no answer for ${stdout.trim()} of ${offsets.length - 1} such data sets.`;
}
