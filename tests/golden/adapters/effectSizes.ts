import {
  type EventsColumns,
  effectSizes,
  glassDelta,
  type Measure,
  normalCdf,
  normalQuantile,
  type SmdVariance,
  smdFromD,
  smdFromT,
  type TwoGroupsColumns,
  tFromP,
  type ZeroCellOptions,
} from "@acumeta/core";
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

const of =
  (measure: Extract<Measure, "logRR" | "logOR" | "RD">): Adapter =>
  ({ input, options }) => {
    const { ai, n1i, ci, n2i } = input as Readonly<Record<string, number[]>>;
    const table: EventsColumns = { a: ai!, n1: n1i!, c: ci!, n2: n2i! };
    const { add, to, drop00 } = options as { add?: number; to?: ZeroCellOptions["to"]; drop00?: boolean };
    return columns(
      effectSizes(measure, table, {
        ...(add === undefined ? {} : { add }),
        ...(to === undefined ? {} : { to }),
        dropDoubleZero: drop00 ?? false,
      }),
    );
  };

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

export const effectSizeAdapters: Readonly<Record<string, Adapter>> = {
  "effectsize.RR": of("logRR"),
  "effectsize.OR": of("logOR"),
  "effectsize.RD": of("RD"),
  "effectsize.MD": (golden) =>
    columns(effectSizes("MD", groups(golden), { variance: golden.options.vtype === "HO" ? "pooled" : "separate" })),
  "effectsize.SMD": (golden) => columns(golden.input.m1i === undefined ? smdOfReported(golden) : smdOfGroups(golden)),
  "effectsize.SMD.meta": smdOfMeta,
};
