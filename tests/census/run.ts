// Sends random data sets through every estimator of τ², or fits random multilevel models, and counts what fails.
// usage: pnpm census [--sets 1000000] [--seed 1] [--peer]    exit status 1 where anything fails
//        pnpm census --multilevel [--sets 20000] [--seed 1] [--compared 330]    how many a second optimiser fits too
import { parseArgs } from "node:util";
import { estimatorCensus } from "./estimators.ts";
import { multilevelCensus } from "./multilevel/census.ts";
import { failuresOfR } from "./peer.ts";
import { randomGroups } from "./randomGroups.ts";

const { values } = parseArgs({
  options: {
    multilevel: { type: "boolean", default: false },
    sets: { type: "string" },
    seed: { type: "string", default: "1" },
    compared: { type: "string", default: "330" },
    peer: { type: "boolean" },
  },
});
const seed = Number(values.seed);
const failed = values.multilevel
  ? multilevelCensus({ sets: Number(values.sets ?? 20_000), seed, compared: Number(values.compared) })
  : estimatorCensus(Number(values.sets ?? 1_000_000), seed);
if (values.peer && !values.multilevel) console.log(failuresOfR(randomGroups(2000, seed)));
process.exitCode = failed === 0 ? 0 : 1;
