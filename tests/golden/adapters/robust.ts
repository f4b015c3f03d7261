import {
  correlatedEffects,
  type DependentFit,
  type Effect,
  hierarchicalEffects,
  type LinearModel,
  type RobustAdjustmentId,
  type RobustFit,
  type RobustTestId,
  robust,
} from "@acumeta/core";
import type { Adapter, Answer, GoldenCase } from "../goldenCase.ts";

/** rma.mv with random effects of L1 and of L2 within it, at given variances, then clubSandwich and metafor's robust. */
const cluster: Adapter = (golden) => {
  const { model, labels } = nestedModel(golden);
  const by = (type: RobustAdjustmentId, test: RobustTestId) => robust(model, { cluster: labels, type, test });
  const metafor = (type: RobustAdjustmentId) => {
    const { se, statistic, df, p, lower, upper } = columnsOf(by(type, "naive-tp"));
    return { se, statistic, df, pval: p, ci_lb: lower, ci_ub: upper };
  };
  const clubSandwich = (type: RobustAdjustmentId) => {
    const [z, t, own] = (["z", "naive-t", "Satterthwaite"] as const).map((test) => columnsOf(by(type, test)));
    return {
      se: own!.se,
      tests: {
        z: { tstat: z!.statistic, p_z: z!.p },
        "naive-t": { tstat: t!.statistic, df_t: t!.df, p_t: t!.p },
        Satterthwaite: { tstat: own!.statistic, df_Satt: own!.df, p_Satt: own!.p },
      },
      ci_Satterthwaite: [own!.lower[0]!, own!.upper[0]!],
    };
  };
  const types = ["CR0", "CR1", "CR1S", "CR1p", "CR2"] as const;
  return {
    beta: by("CR2", "z").coefficients.map(({ estimate }) => estimate),
    ...Object.fromEntries(types.map((type) => [type, clubSandwich(type)])),
    metafor_adjust_TRUE: metafor("CR1p"),
    metafor_adjust_FALSE: metafor("CR0"),
  };
};

function nestedModel({ input, options }: GoldenCase): { model: LinearModel; labels: readonly string[] } {
  const { yi, vi, L1 } = input as { yi: number[]; vi: number[]; L1: string[] };
  const { rho, sigma2 } = options as { rho: number; sigma2: [number, number] };
  const groups = [...new Set(L1)].map((label) => yi.flatMap((_, row) => (L1[row] === label ? [row] : [])));
  const blocks = groups.map((rows) => ({
    rows,
    matrix: rows.flatMap((i) =>
      rows.map((j) => (i === j ? vi[i]! + sigma2[0] + sigma2[1] : rho * Math.sqrt(vi[i]! * vi[j]!) + sigma2[0])),
    ),
  }));
  return { model: { names: ["intrcpt"], X: [yi.map(() => 1)], y: yi, blocks }, labels: L1 };
}

/** robumeta's robu; the suite holds all weights of an intercept, or one choice of weights with moderators. */
const robumeta: Adapter = (golden) => {
  const { rho, modelweights, small } = golden.options as { rho: number; modelweights?: string; small?: boolean };
  if (modelweights !== undefined) {
    const { names, ...rest } = robu(golden, { weights: modelweights, smallSample: small!, rho });
    return { names: names.map((name) => (name === "intrcpt" ? "X.Intercept." : name)), ...rest };
  }
  return Object.fromEntries(
    ["CORR", "HIER"].flatMap((weights) =>
      (["small", "large"] as const).map((size) => [
        `${weights}_${size}`,
        robu(golden, { weights, smallSample: size === "small", rho }),
      ]),
    ),
  );
};

interface Robu {
  readonly weights: string;
  readonly smallSample: boolean;
  readonly rho: number;
}

function robu({ input }: GoldenCase, { weights, smallSample, rho }: Robu) {
  const columns = input as Record<string, (string | number)[]>;
  const yi = (columns.yi ?? columns.effectsize) as number[];
  const vi = (columns.vi ?? columns.var) as number[];
  const cluster = columns.L1 ?? columns.studyid!;
  const moderators = Object.keys(columns).filter((name) => name === "males" || name === "college");
  const effects = yi.map((y, i): Effect<"SMD"> => ({ study: String(i), measure: "SMD", yi: y, vi: vi[i]! }));
  const names = ["intrcpt", ...moderators];
  const rows = yi.map((_, i) => [1, ...moderators.map((name) => Number(columns[name]![i]))]);
  const options = { cluster, smallSample, moderators: { names, rows } };
  const fit =
    weights === "CORR" ? correlatedEffects(effects, { ...options, rho }) : hierarchicalEffects(effects, options);
  return { names, ...answerOf(fit) };
}

function answerOf(fit: DependentFit) {
  const { tau2, omega2, I2, coefficients } = fit;
  const { se, statistic, df, p, lower, upper } = columnsOf(fit);
  const beta = coefficients.map(({ estimate }) => estimate);
  return { beta, se, t: statistic, df, p, ci_lb: lower, ci_ub: upper, tau2, omega2, I2 };
}

function columnsOf({ coefficients }: Pick<RobustFit, "coefficients">) {
  const column = (name: "se" | "statistic" | "df" | "p" | "lower" | "upper"): (number | null)[] =>
    coefficients.map(({ ci }) => ci?.[name] ?? null);
  return {
    se: column("se"),
    statistic: column("statistic"),
    df: column("df"),
    p: column("p"),
    lower: column("lower"),
    upper: column("upper"),
  } satisfies Record<string, Answer>;
}

export const robustAdapters: Readonly<Record<string, Adapter>> = {
  "robust.cluster": cluster,
  "robust.robumeta": robumeta,
};
