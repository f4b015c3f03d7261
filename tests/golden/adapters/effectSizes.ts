import {
  backTransform,
  type ChangeOptions,
  correlationFromT,
  effectSizes,
  glassDelta,
  type Measure,
  measures,
  normalCdf,
  normalQuantile,
  pointBiserialFromT,
  type SmdVariance,
  smdFromD,
  smdFromT,
  standardizedChangeFromT,
  type TwoGroupsColumns,
  tFromP,
} from "@acumeta/core";
import { harmonicMean } from "simple-statistics";
import type { Adapter, GoldenCase } from "../goldenCase.ts";

type Rows = readonly { readonly yi: number | null; readonly vi: number | null }[];

/** escalc's columns, and what summary() of it adds. */
function columns(rows: Rows) {
  const z = normalQuantile(0.975);
  const of = (compute: (yi: number, vi: number) => number) =>
    rows.map(({ yi, vi }) => (yi === null || vi === null ? null : compute(yi, vi)));
  return {
    yi: of((yi) => yi),
    vi: of((_, vi) => vi),
    zi: of((yi, vi) => yi / Math.sqrt(vi)),
    pval: of((yi, vi) => 2 * normalCdf(-Math.abs(yi / Math.sqrt(vi)))),
    ci_lb: of((yi, vi) => yi - z * Math.sqrt(vi)),
    ci_ub: of((yi, vi) => yi + z * Math.sqrt(vi)),
  };
}

function groups({ input }: GoldenCase): TwoGroupsColumns {
  const { n1i, m1i, sd1i, n2i, m2i, sd2i } = input as Readonly<Record<string, number[]>>;
  return { n1: n1i!, m1: m1i!, sd1: sd1i!, n2: n2i!, m2: m2i!, sd2: sd2i! };
}

function smdOfGroups(golden: GoldenCase): Rows {
  return effectSizes("SMD", groups(golden), {
    variance: (golden.options.vtype ?? "LS") as SmdVariance,
    correction: golden.options.correct === false ? "none" : "exact",
  });
}

/** From what is printed instead of means: t, d, or a two-sided p value that carries the sign of the effect. */
function smdOfReported({ input }: GoldenCase): Rows {
  const { ti, di, pi, n1i, n2i } = input as Readonly<Record<string, number[]>>;
  return n1i!.map((n1, i) => {
    const n2 = n2i![i]!;
    if (di !== undefined) return smdFromD({ d: di[i]!, n1, n2 });
    const t = ti?.[i] ?? Math.sign(pi![i]!) * tFromP({ p: Math.abs(pi![i]!), df: n1 + n2 - 2 }).value;
    return smdFromT({ t, n1, n2 });
  });
}

/** metacont of R's meta: with exactJ Hedges' exact J and unbiased variance, else those of RevMan. */
const smdOfMeta: Adapter = (golden) => {
  const { method, exactJ } = golden.options as { method: "Hedges" | "Cohen" | "Glass"; exactJ: boolean };
  const table = groups(golden);
  const rows =
    method === "Glass"
      ? table.n1.map((n1, i) =>
          glassDelta({
            n1,
            m1: table.m1[i]!,
            sd1: table.sd1[i]!,
            n2: table.n2[i]!,
            m2: table.m2[i]!,
            sd2: table.sd2[i]!,
          }),
        )
      : effectSizes("SMD", table, {
          correction: method === "Cohen" ? "none" : exactJ ? "exact" : "approximate",
          variance: exactJ ? "UB" : method === "Cohen" ? "LS" : "RevMan",
        });
  const { yi, vi } = columns(rows);
  return { yi, sei: vi.map((variance) => (variance === null ? null : Math.sqrt(variance))) };
};

type Columns = Readonly<Record<string, readonly number[]>>;

/** escalc's names of our columns, by the columns that a measure has. */
const escalcNames: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "a n1 c n2": { a: "ai", n1: "n1i", c: "ci", n2: "n2i" },
  "n1 m1 sd1 n2 m2 sd2": { n1: "n1i", m1: "m1i", sd1: "sd1i", n2: "n2i", m2: "m2i", sd2: "sd2i" },
  "x1 t1 x2 t2": { x1: "x1i", t1: "t1i", x2: "x2i", t2: "t2i" },
  "a n": { a: "xi", n: "ni" },
  "x t": { x: "xi", t: "ti" },
  "r n": { r: "ri", n: "ni" },
  "r n m": { r: "ri", n: "ni", m: "mi" },
  "alpha items n": { alpha: "ai", items: "mi", n: "ni" },
  "n m1 sd1 m2 sd2 r": { n: "ni", m1: "m1i", sd1: "sd1i", m2: "m2i", sd2: "sd2i", r: "ri" },
  "n m1 sd1 m2 r": { n: "ni", m1: "m1i", sd1: "sd1i", m2: "m2i", r: "ri" },
  "n sd1 sd2 r": { n: "ni", sd1: "sd1i", sd2: "sd2i", r: "ri" },
};

/** Ids of escalc that are not ours. */
const renamed: Readonly<Record<string, Measure>> = { RR: "logRR", OR: "logOR", IRR: "logIRR" };

/** escalc's names of choices: of the variance, and of the correction that a measure has. */
const variances: Readonly<Record<string, string>> = { HO: "pooled" };

/** Our options for escalc's; `correct = FALSE` is the correction "none" wherever there is one. */
function optionsOf({ options }: GoldenCase): object {
  const { add, to, drop00, vtype, correct } = options as Readonly<Record<string, unknown>>;
  return {
    ...(add === undefined ? {} : { add }),
    ...(to === undefined ? {} : { to }),
    ...(drop00 === undefined ? {} : { dropDoubleZero: drop00 }),
    ...(vtype === undefined ? {} : { variance: variances[String(vtype)] ?? vtype }),
    ...(correct === false ? { correction: "none" } : {}),
  };
}

/** Any measure of the registry, from escalc's columns. */
const byRegistry: Adapter = (golden) => {
  const id = golden.options.measure as string;
  const measure = renamed[id] ?? (id as Measure);
  const names: readonly string[] = measures[measure].columns;
  const theirs = escalcNames[names.join(" ")] ?? {};
  const table = Object.fromEntries(names.map((name) => [name, inputOf(golden)[theirs[name] ?? ""]]));
  return columns(effectSizes<Measure>(measure, table as never, optionsOf(golden)));
};

/** Columns as they are given, and correlations from t statistics, with df = n − 2 or n − m − 1. */
function inputOf({ input }: GoldenCase): Columns {
  const given = input as Columns;
  const { ti, ni, mi } = given;
  if (ti === undefined || ni === undefined) return given;
  return { ri: ti.map((t, i) => correlationFromT({ t, df: ni[i]! - (mi?.[i] ?? 1) - 1 }).value), ...given };
}

/** From means, or from a t statistic. */
const changeOrT: Adapter = (golden) => {
  const { ti, ni } = golden.input as Columns;
  if (ti === undefined) return byRegistry(golden);
  return columns(ti.map((t, i) => standardizedChangeFromT({ t, n: ni![i]! }, optionsOf(golden) as ChangeOptions)));
};

const pointBiserialOrT: Adapter = (golden) => {
  const { ti, n1i, n2i } = golden.input as Columns;
  if (ti === undefined) return byRegistry(golden);
  return columns(ti.map((t, i) => pointBiserialFromT({ t, n1: n1i![i]!, n2: n2i![i]! })));
};

const backTransforms: Adapter = ({ input }) => {
  const { xi, ni } = input as { xi: number[]; ni: number[] };
  const values = (measure: "PFT" | "PAS" | "PLO") =>
    effectSizes(measure, { a: xi, n: ni }).map(({ yi }) => yi ?? Number.NaN);
  return {
    ipft: values("PFT").map((y, i) => backTransform("PFT", y, { n: ni[i]! })),
    ipft_hm: values("PFT").map((y) => backTransform("PFT", y, { n: ni })),
    harmonic_mean_n: harmonicMean(ni),
    iarcsin: values("PAS").map((y) => backTransform("PAS", y)),
    ilogit: values("PLO").map((y) => backTransform("PLO", y)),
  };
};

export const effectSizeAdapters: Readonly<Record<string, Adapter>> = {
  ...Object.fromEntries(Object.keys(measures).map((id) => [`effectsize.${id.replace(/^log/, "")}`, byRegistry])),
  "effectsize.SMD": (golden) => columns(golden.input.m1i === undefined ? smdOfReported(golden) : smdOfGroups(golden)),
  "effectsize.SMD.meta": smdOfMeta,
  "effectsize.SMCC": changeOrT,
  "effectsize.RPB": pointBiserialOrT,
  "effectsize.backtransform": backTransforms,
};
