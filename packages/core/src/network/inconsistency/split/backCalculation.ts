import type { SplitMethod } from "./method.js";

/** Shares of direct evidence this near to 1 leave nothing but rounding to indirect evidence. */
const ALL = 1 - 1e-9;

/**
 * The network's estimate N as the inverse-variance mean of a direct one D and an indirect one I that is independent of it:
 * 1/V_N = 1/V_D + 1/V_I, I = (N − pD)/(1 − p), p = V_N/V_D. The direct one is of all trials with both arms, and a trial of several arms
 * adds to the indirect one what its other arms say. τ² is that of the network.
 */
export const backCalculation = {
  id: "back-calculation",
  label: "indirect evidence as what the network knows beyond the direct evidence",
  citation:
    "Dias, Welton, Caldwell & Ades 2010, Statistics in Medicine 29:932-944; König, Krahn & Binder 2013, Statistics in Medicine 32:5414-5429",
  prepare:
    ({ network: { tau2 }, scale, inNetwork }) =>
    ({ pair, estimate, variance }) => {
      const direct = { estimate, variance };
      const both = inNetwork(pair);
      const share = both.variance / variance;
      const known = { direct, tau2: tau2.value, scale };
      if (share > ALL) return { ...known, indirect: null, difference: null };
      const indirect = {
        estimate: (both.estimate - share * estimate) / (1 - share),
        variance: both.variance / (1 - share),
      };
      return {
        ...known,
        indirect,
        difference: { estimate: estimate - indirect.estimate, variance: variance + indirect.variance },
      };
    },
} as const satisfies SplitMethod;
