import { combineGroups, sdFromCi, sdFromSe, sdOfChange, seFromCi, seFromP, seFromStatistic } from "@acumeta/core";
import type { Adapter } from "../goldenCase.ts";

type Columns = Readonly<Record<string, readonly number[]>>;

export const conversionAdapters: Readonly<Record<string, Adapter>> = {
  "convert.ci_to_se": ({ input, options }) => {
    const { out, ci_lb, ci_ub, level } = input as Columns;
    return {
      yi: out!.map(Math.log),
      vi: out!.map((_, i) => {
        const percent = level?.[i] ?? Number(options.level);
        const bounds = { lower: Math.log(ci_lb![i]!), upper: Math.log(ci_ub![i]!) };
        return seFromCi({ ...bounds, level: percent / 100 }).value ** 2;
      }),
    };
  },
  "convert.p_to_se": ({ input }) => {
    const { out, pval } = input as Columns;
    return { yi: out!, vi: out!.map((estimate, i) => seFromP({ estimate, p: pval![i]! }).value ** 2) };
  },
  "convert.z_to_se": ({ input }) => {
    const { out, zval } = input as Columns;
    return { yi: out!, vi: out!.map((estimate, i) => seFromStatistic({ estimate, statistic: zval![i]! }).value ** 2) };
  },
  "convert.combine_groups": ({ input }) => {
    const { n, mean, sd } = input as Columns;
    const combined = combineGroups(n!.map((_, i) => ({ n: n![i]!, mean: mean![i]!, sd: sd![i]! })));
    return { n: combined.n, mean: combined.mean, sd: combined.sd };
  },
  "convert.sd": ({ input }) => {
    const { n, se, ci_lb, ci_ub } = input as Columns;
    const fromCi = (distribution: "t" | "z") =>
      n!.map((patients, i) => sdFromCi({ lower: ci_lb![i]!, upper: ci_ub![i]!, n: patients, distribution }).value);
    return {
      sd_from_se: n!.map((patients, i) => sdFromSe({ se: se![i]!, n: patients }).value),
      sd_from_ci_t: fromCi("t"),
      sd_from_ci_z: fromCi("z"),
    };
  },
  "convert.change_sd": ({ input }) => ({
    sd_change: sdOfChange(input as { sd1: number; sd2: number; r: number }).value,
  }),
};
