import {
  correctForBias,
  type Effect,
  type ExcessTestId,
  excessSignificance,
  failSafeN,
  henmiCopas,
  limitMeta,
  pool,
  type Tau2Method,
  type TrimFillEstimatorId,
  tCdf,
  trimAndFill,
} from "@acumeta/core";
import { type Adapter, type Answer, peerInexact } from "../goldenCase.ts";
import { asymmetryAdapters } from "./asymmetry.ts";
import { effectsOf, ends, isNear, R_STOPS } from "./biasInput.ts";

/** The inverse-variance mean at a given τ². */
const meanAt = (effects: readonly Effect<"SMD">[], tau2: number) =>
  pool(
    effects.map((effect) => ({ ...effect, vi: effect.vi + tau2 })),
    { tau2: "EE", interval: "z" },
  );

/**
 * "DL_L0_auto": estimator of τ², of k₀, side. With studies filled in, metafor's τ² by REML is where its iterations
 * stopped, not the maximum (b-pairwise has REML iterated to the end, which we match): the mean is compared at R's τ².
 */
const trimfill: Adapter = (golden) => {
  const effects = effectsOf(golden);
  const answer = ([key, expected]: [string, unknown]): Answer => {
    const [tau2, estimator, side] = key.split("_") as [Tau2Method, TrimFillEstimatorId, "auto" | "left" | "right"];
    const found = trimAndFill(effects, { tau2, estimator, side, interval: "z" });
    const { adjusted, k0, seK0, p, filled } = found;
    const theirs = (expected as { tau2: number }).tau2;
    const ours = adjusted!.tau2.value;
    const stopped = tau2 === "REML" && k0 !== 0 && isNear(ours, theirs);
    const added = filled.map(({ study, yi, vi }) => ({ study, measure: "SMD", yi, vi }) as const);
    const { estimate, ci } = stopped ? meanAt([...effects, ...added], theirs) : adjusted!;
    return {
      k0,
      se_k0: seK0,
      p_k0: p,
      side: found.side,
      estimate,
      se: ci.se,
      p: ci.p,
      ci: ends(ci),
      tau2: stopped ? peerInexact : ours,
      filled: filled.map(({ yi }) => yi),
    };
  };
  return Object.fromEntries(Object.entries(golden.expected).map((entry) => [entry[0], answer(entry)]));
};

/**
 * R documents the "General" N as the least number of studies, but gives the root, rounded, and 1: for bcg.RR it prints
 * 26 with p = 0.0513 already at 25. Compared is that rule at our root; not where R's stopped τ² can turn the rounding.
 */
const fsn: Adapter = (golden) => {
  const effects = effectsOf(golden);
  const { vi } = golden.input as { vi: number[] };
  const rosenthal = failSafeN(effects, { method: "Rosenthal" });
  const half = failSafeN(effects, { method: "Orwin" });
  const tenth = failSafeN(effects, { method: "Orwin", target: 0.1 });
  const rosenberg = failSafeN(effects, { method: "Rosenberg" });
  const general = failSafeN(effects, { method: "general" });
  const { fsnum, tau2 } = (golden.expected.general_REML ?? {}) as Readonly<Record<string, number>>;
  const ofR = (root: number) => (general.n === 0 ? 0 : Math.round(root) + 1);
  const harmonicMean = vi.length / vi.reduce((sum, v) => sum + 1 / v, 0);
  const slack = (general.root * R_STOPS) / (general.tau2! + harmonicMean);
  const isWithin = fsnum! >= ofR(general.root - slack) && fsnum! <= ofR(general.root + slack);
  const ours = ofR(general.root);
  return {
    rosenthal: { fsnum: rosenthal.n, p: rosenthal.p },
    orwin: { fsnum: half.n, meanes: half.estimate, target: half.target },
    orwin_weighted_t01: { fsnum: tenth.n, meanes: tenth.estimate },
    rosenberg: { fsnum: rosenberg.n, meanes: rosenberg.estimate, p: rosenberg.p },
    general_REML: {
      fsnum: ours !== fsnum && isWithin ? peerInexact : ours,
      est: isNear(general.tau2!, tau2) ? meanAt(effects, tau2).estimate : general.estimate,
      tau2: isNear(general.tau2!, tau2) ? peerInexact : general.tau2,
    },
  };
};

/** lm() drops a predictor that is the same for all studies. */
const petpeese: Adapter = (golden) => {
  const effects = effectsOf(golden);
  const line = (method: "PET" | "PEESE") => {
    const { estimate, se, df, ci, slope } = correctForBias(effects, { method });
    const both = (intercept: number | null, ofSlope: number | null | undefined) =>
      ofSlope === undefined ? [intercept] : [intercept, ofSlope];
    return {
      b: both(estimate, slope?.value),
      se: both(se, slope?.se),
      t: both(ci.statistic, slope?.statistic),
      p: both(ci.p, slope?.p),
      df,
    };
  };
  const PET = line("PET");
  const oneSided = tCdf(PET.t[0]!, PET.df, { upper: true });
  return { PET, PEESE: line("PEESE"), one_sided_p_PET: oneSided };
};

const excessTestOf: Readonly<Record<string, ExcessTestId>> = { exact: "exact", binom: "binomial", chi2: "chi2" };

/** R's root finder stops within this of the limit estimate: the fourth root of the machine's epsilon. */
const R_ROOT = Number.EPSILON ** 0.25;

const tes: Adapter = (golden) => {
  const effects = effectsOf(golden);
  const { test, theta_lim } = golden.expected as { test: string; theta_lim: readonly (number | null)[] };
  const found = excessSignificance(effects, { test: excessTestOf[test]! });
  const p = (other: ExcessTestId) => excessSignificance(effects, { test: other }).p;
  return {
    theta: found.theta,
    power: found.studies.map(({ power }) => power),
    O: found.observed,
    E: found.expected,
    test,
    X2: found.X2,
    p: found.p,
    p_binom: p("binomial"),
    p_chi2: p("chi2"),
    theta_lim: [found.limit !== null && isNear(found.limit, theta_lim[0], R_ROOT) ? peerInexact : found.limit],
  };
};

const hc: Adapter = (golden) => {
  const { estimate, se, ci, tau2 } = henmiCopas(effectsOf(golden));
  return { estimate, se, ci: ends(ci), tau2 };
};

const limitmeta: Adapter = (golden) => {
  const found = limitMeta(effectsOf(golden), { tau2: golden.options.method as Tau2Method });
  return {
    adjusted: found.estimate,
    se: found.se,
    ci: ends(found.ci),
    alpha: { "(Intercept)": found.intercept },
    beta: { x: found.slope },
    G2: found.G2,
    Q_small: found.QSmall.Q,
    Q_resid: found.QResidual.Q,
  };
};

export const biasAdapters: Readonly<Record<string, Adapter>> = {
  ...asymmetryAdapters,
  "pubbias.trimfill": trimfill,
  "pubbias.fsn": fsn,
  "pubbias.petpeese": petpeese,
  "pubbias.tes": tes,
  "pubbias.hc": hc,
  "pubbias.limitmeta": limitmeta,
};
