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
  readonly growth?: Benchmark["growth"];
}

const REPEATS = 5;
const MILLISECONDS = 1000;

/** Many runs, or a few of what takes longer than there is time for many. */
export async function time({ name, budget, run, peer, growth, measuresItself }: Benchmark): Promise<Timing> {
  const common = { name, budget, ...(peer === undefined ? {} : { peer }), ...(growth === undefined ? {} : { growth }) };
  const once = async () => (measuresItself ? Number(run()) : await elapsed(run));
  if (measuresItself || (await once()) > MILLISECONDS) {
    const times: number[] = [];
    for (let i = 0; i < REPEATS; i++) times.push(await once());
    return { ...common, median: median(times), p99: null };
  }
  const isAsync = run() instanceof Promise;
  const bench = new Bench({ time: MILLISECONDS, warmupTime: 300 }).add(
    name,
    isAsync ? async () => void (await run()) : () => void run(),
  );
  const [task] = await bench.run();
  const result = task?.result;
  if (result === undefined || !("latency" in result)) throw new Error(`${name}: ${JSON.stringify(result)}`);
  return { ...common, median: result.latency.p50, p99: result.latency.p99 };
}

async function elapsed(run: () => unknown): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}
