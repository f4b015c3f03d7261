import { median } from "simple-statistics";
import { Bench } from "tinybench";
import type { Benchmark } from "./benchmarks.ts";

/** Milliseconds of one benchmark. */
export interface Timing {
  readonly name: string;
  readonly median: number;
  readonly p99: number | null;
  readonly budget: number | null;
  readonly peer?: string;
}

const REPEATS = 5;

export async function time({ name, budget, run, peer, measuresItself }: Benchmark): Promise<Timing> {
  const common = { name, budget, ...(peer === undefined ? {} : { peer }) };
  if (measuresItself)
    return { ...common, median: median(Array.from({ length: REPEATS }, () => Number(run()))), p99: null };
  const bench = new Bench({ time: 1000, warmupTime: 300 }).add(name, () => void run());
  const [task] = await bench.run();
  const result = task?.result;
  if (result === undefined || !("latency" in result)) throw new Error(`${name}: ${JSON.stringify(result)}`);
  return { ...common, median: result.latency.p50, p99: result.latency.p99 };
}
