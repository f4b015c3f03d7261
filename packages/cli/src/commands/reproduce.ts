import { readClaims, readPublished, readTrials } from "@acumeta/trials";
import { SingleBar } from "cli-progress";
import type { Command } from "commander";
import { readTables } from "../output/readTables.js";
import { computeResults } from "../report/computeResults.js";
import { summarise } from "../report/summarise.js";
import { writeReport } from "../report/writeReport.js";
import { shippedData } from "../shippedData.js";

/** `acumeta reproduce`: every named question, the point rankings, the claims and every figure into a folder that opens offline. */
export function reproduce(command: Command): void {
  command
    .argument("[directory]", "a folder of trial tables; the shipped trials unless given")
    .option("--out <folder>", "where the report goes", "report")
    .action(async (directory: string | undefined, { out }: { out: string }) => {
      const trials = await (directory === undefined ? readTrials(shippedData("pain-trials")) : readTables(directory));
      const published = await readPublished(shippedData("published"));
      const claims = await readClaims(shippedData("claims"));
      const results = computeResults({ trials, published }, claims);
      const bar = new SingleBar({ format: "{bar} {value}/{total}  {file}", hideCursor: true });
      bar.start(0, 0, { file: "" });
      try {
        await writeReport({ trials, results }, out, ({ done, total, file }) => {
          bar.setTotal(total);
          bar.update(done, { file });
        });
      } finally {
        bar.stop();
      }
      console.log(summarise(results, out));
    });
}
