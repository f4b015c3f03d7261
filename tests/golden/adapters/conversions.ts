import {
  combineGroups,
  type FiveNumberOptions,
  fromFiveNumbers,
  type GroupFromFiveNumbers,
  isMetaError,
  sdFromCi,
  sdFromSe,
  sdOfChange,
  seFromCi,
  seFromP,
  seFromStatistic,
  tableFromOddsRatio,
} from "@acumeta/core";
import type { Adapter, GoldenCase } from "../goldenCase.ts";

type Columns = Readonly<Record<string, readonly number[]>>;

type Mean = NonNullable<FiveNumberOptions["mean"]>;
type Sd = NonNullable<FiveNumberOptions["sd"]>;

/** A group for every row of five-number columns; null where a rule has no formula for them. */
function groupsOf({ input }: GoldenCase, options: FiveNumberOptions): readonly (GroupFromFiveNumbers | null)[] {
  const given = input as Columns;
  return given.n!.map((n, i) => {
    const row = Object.fromEntries(Object.entries(given).map(([name, column]) => [name, column[i]!]));
    try {
      return fromFiveNumbers({ ...row, n, median: row.median! }, options);
    } catch (error) {
      if (isMetaError(error) && error.code === "NEEDS_OTHER_NUMBERS") return null;
      throw error;
    }
  });
}

/** Mean and standard deviation each by its own rule. */
function meanAndSd(golden: GoldenCase, mean: Mean, sd: Sd | undefined) {
  const byMean = groupsOf(golden, { mean });
  const bySd = groupsOf(golden, sd === undefined ? {} : { sd });
  return { mean: byMean.map((group) => group?.mean ?? null), sd: bySd.map((group) => group?.sd ?? null) };
}

/** metafor's names of rules, without the year; its default is ours. */
const fiveNumbers: Adapter = (golden) => {
  const { dist, meanMethod, sdMethod } = golden.options as Readonly<Record<string, string>>;
  if (dist === "lnorm") {
    const groups = groupsOf(golden, { distribution: "lognormal" });
    return { mean: groups.map((group) => group?.mean ?? null), sd: groups.map((group) => group?.sd ?? null) };
  }
  const isDefault = sdMethod === "luo/wan/shi";
  const id = (method: string) => method.replace(/\d+$/, "");
  return meanAndSd(
    golden,
    isDefault ? "luo" : (id(meanMethod!) as Mean),
    isDefault ? undefined : (id(sdMethod!) as Sd),
  );
};

/** meta takes the constants of small groups from Wan's tables, and Shi's formula where there are quartiles and extremes. */
const fiveNumbersOfMeta: Adapter = (golden) => {
  const { scenario, meanMethod, sdMethod } = golden.options as Readonly<Record<string, string>>;
  const sd = sdMethod === "Shi" && scenario === "S3" ? "shi" : "wan-tables";
  return meanAndSd(golden, meanMethod === "Wan" ? "wan-full" : "luo", sd);
};

/** conv.2x2's n1i are the patients of group 1 and its n2i the events of both groups. */
const tables: Adapter = ({ input }) => {
  const { ori, ni, n1i, n2i } = input as Columns;
  const rows = ori!.map((or, i) => tableFromOddsRatio({ or, n1: n1i![i]!, n2: ni![i]! - n1i![i]!, events: n2i![i]! }));
  return {
    ai: rows.map(({ a }) => a),
    bi: rows.map(({ a, n1 }) => n1 - a),
    ci: rows.map(({ c }) => c),
    di: rows.map(({ c, n2 }) => n2 - c),
  };
};

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
  "convert.fivenum": fiveNumbers,
  "convert.fivenum.meta": fiveNumbersOfMeta,
  "convert.2x2": tables,
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
