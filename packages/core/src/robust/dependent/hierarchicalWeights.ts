import { messages } from "../../errors/messages.js";
import { metaError } from "../../errors/metaError.js";
import type { ClusterForm } from "./clusterForm.js";
import type { DependentEffects, DependentWeights } from "./model.js";
import { residualForms } from "./residualForms.js";

/** A part of two products so small that their difference is rounding. */
const NOTHING = 1e-10;

/**
 * Hierarchical effects: independent estimates of true effects that differ between clusters (variance τ²) and within them
 * (variance ω²). Weights are 1/(v + τ² + ω²). With e the residuals at weights 1/v, τ² and ω² make Q₁ = Σⱼ(Σᵢeᵢⱼ)² and
 * Q₂ = Σeᵢⱼ²/vᵢⱼ what they are expected to be; a negative ω² is 0, and τ² then follows from Q₂ alone.
 *
 * Refuses (`NOT_SEPARABLE`) clusters of one effect each, which tell nothing of ω².
 * Hedges, Tipton & Johnson 2010, Research Synthesis Methods 1:39-65.
 */
export function hierarchicalWeights({ X, y, v, clusters }: DependentEffects): DependentWeights {
  const m = clusters.sizes.length;
  const diagonal = (own: Float64Array): ClusterForm => ({ own, shared: new Float64Array(m) });
  const w = v.map((each) => 1 / each);
  const shared: ClusterForm = { own: new Float64Array(v.length), shared: new Float64Array(m).fill(1) };
  const each = diagonal(new Float64Array(v.length).fill(1));
  const forms = residualForms({ X, y, w }, clusters);
  const [first, second] = [shared, diagonal(w)].map((K) => ({
    excess: forms.observed(K) - forms.expected(K, diagonal(v)),
    ofTau2: forms.expected(K, shared),
    ofOmega2: forms.expected(K, each),
  })) as [Equation, Equation];
  const [one, other] = [second.ofTau2 * first.ofOmega2, first.ofTau2 * second.ofOmega2];
  if (!(Math.abs(one - other) > NOTHING * (Math.abs(one) + Math.abs(other)))) throw metaError(messages.notSeparable());
  const solved = (second.ofTau2 * first.excess - first.ofTau2 * second.excess) / (one - other);
  const omega2 = Math.max(0, solved);
  const tau2 = Math.max(0, (second.excess - omega2 * second.ofOmega2) / second.ofTau2);
  return { variance: v.map((variance) => variance + tau2 + omega2), tau2, omega2, I2: null };
}

/** excess = ofTau2 τ² + ofOmega2 ω² */
interface Equation {
  readonly excess: number;
  readonly ofTau2: number;
  readonly ofOmega2: number;
}
