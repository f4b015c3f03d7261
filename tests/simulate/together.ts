import type { PointSimulation } from "@acumeta/acupoints";
import { mean } from "simple-statistics";

/** A scenario's parts, all of as many replicates, as one row of a table; what no replicate has is blank. */
export function together(parts: readonly PointSimulation[]): Readonly<Record<string, number | null>> {
  const [{ scenario, seed }] = parts as readonly [PointSimulation];
  const average = (pick: (part: PointSimulation) => number | null) => {
    const values = parts.flatMap((part) => pick(part) ?? []);
    return values.length === 0 ? null : Number(mean(values).toPrecision(6));
  };
  const columns = Object.fromEntries(
    (["naive", "oneByOne", "model"] as const).flatMap((method) =>
      Object.keys(parts[0]![method]).map((measure) => {
        const key = measure as keyof PointSimulation["naive"];
        return [`${method}_${measure}`, average((part) => part[method][key])] as const;
      }),
    ),
  );
  return {
    ...scenario,
    replicates: parts.reduce((sum, { replicates }) => sum + replicates, 0),
    seed,
    ...columns,
  };
}
