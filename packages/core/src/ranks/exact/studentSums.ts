import type { Radial } from "./radial.js";

/**
 * Probabilities of the t distribution with a whole number of degrees of freedom, in one and two dimensions, as finite sums; all
 * terms are positive, so that absolute precision is full.
 *
 * In one dimension with tan θ = t/√df a sum in cos²θ (Abramowitz & Stegun 1964, Handbook of Mathematical Functions, 26.7.3 and
 * 26.7.4). A wedge is half a half-plane less what completes it, c gᵈᶠᐟ² ∫₀ᵅ sinᵈᶠx/(1 − g sin²x) dx with c² = h²/(df + h²),
 * g = 1 − c² and tan α = 1/(ac), which is taken down by steps of two in df: (1 − g sin²x) divides all but the integrals of sinᵐx.
 * Such sums are due to Dunnett & Sobel 1954, Biometrika 41:153-169.
 */
export function studentSums(df: number): Pick<Radial, "cdf" | "wedge"> {
  const odd = df % 2;
  const terms = (df - odd) / 2;
  const root = Math.sqrt(df);
  const cdf = (t: number) => {
    const hypotenuse = Math.hypot(t, root);
    const sine = t / hypotenuse;
    const cosine = root / hypotenuse;
    let sum = 0;
    for (let j = terms - 1; j > 0; j--) sum = ((2 * j - 1 + odd) / (2 * j + odd)) * cosine * cosine * (1 + sum);
    if (terms > 0) sum += 1;
    return 0.5 + (odd === 1 ? (Math.atan(t / root) + sine * cosine * sum) / Math.PI : 0.5 * sine * sum);
  };
  const wedge = (h: number, a: number) => {
    if (a === 0) return 0;
    const hypotenuse = Math.hypot(h, root);
    const c = h / hypotenuse;
    const g = (root / hypotenuse) ** 2;
    const tangent = 1 / a;
    const away = Math.hypot(c, tangent);
    const [sine, cosine] = away === 0 ? [0, 1] : [tangent / away, c / away];
    let integral = odd === 1 ? 1 - cosine : Math.atan2(sine, cosine);
    let power = odd === 1 ? Math.sqrt(g) : 1;
    let raised = odd === 1 ? 1 : sine;
    let sum = 0;
    for (let j = 0; j < terms; j++) {
      sum += power * integral;
      const m = 2 * j + 2 + odd;
      if (odd === 1) raised *= sine * sine;
      integral = ((m - 1) * integral - raised * cosine) / m;
      if (odd === 0) raised *= sine * sine;
      power *= g;
    }
    const start = odd === 1 ? Math.atan2(Math.sqrt(g), c) - Math.atan2(Math.sqrt(g), away) : Math.atan(tangent);
    return 0.5 * cdf(-h) - (start - c * sum) / (2 * Math.PI);
  };
  return { cdf, wedge };
}
