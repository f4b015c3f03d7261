import type { EventsStudy } from "@acumeta/core";

/** ln of the binomial probability of x events of n at log odds η. */
function logBinomial(x: number, n: number, eta: number): number {
  let logChoose = 0;
  for (let i = 1; i <= x; i++) logChoose += Math.log((n - x + i) / i);
  return logChoose + x * eta - n * (Math.max(eta, 0) + Math.log1p(Math.exp(-Math.abs(eta))));
}

/** Points and masses of a standard normal distribution so fine that the sum over a smooth function is its integral. */
const normalGrid = Array.from({ length: 97 }, (_, i) => {
  const z = -9.6 + 0.2 * i;
  return { z, mass: (0.2 * Math.exp((-z * z) / 2)) / Math.sqrt(2 * Math.PI) };
});

/** ln L of "UM.RS" for odds ratios, summed over both random effects. */
export function randomStudiesLogLik(studies: readonly EventsStudy[], point: Float64Array): number {
  const [mu, theta, sigma, tau] = [...point] as [number, number, number, number];
  return studies.reduce((logLik, { a, n1, c, n2 }) => {
    let sum = 0;
    for (const level of normalGrid)
      for (const effect of normalGrid) {
        const middle = mu + sigma * level.z;
        const half = (theta + tau * effect.z) / 2;
        const both = logBinomial(a, n1, middle + half) + logBinomial(c, n2, middle - half);
        sum += level.mass * effect.mass * Math.exp(both);
      }
    return logLik + Math.log(sum);
  }, 0);
}

/** ln L of a model with random study levels in group 2 and an effect of its own for each study: θ₁, …, θₖ, μ, σ. */
export function ownEffectsLogLik(studies: readonly EventsStudy[], point: Float64Array): number {
  const k = studies.length;
  const [mu, sigma] = [point[k]!, point[k + 1]!];
  return studies.reduce((logLik, { a, n1, c, n2 }, i) => {
    let sum = 0;
    for (const { z, mass } of normalGrid) {
      const level = mu + sigma * z;
      sum += mass * Math.exp(logBinomial(a, n1, level + point[i]!) + logBinomial(c, n2, level));
    }
    return logLik + Math.log(sum);
  }, 0);
}

/** ln L of one group's events of n, or of any one binomial count with an offset, over N(θ, τ²). */
export function oneEffectLogLik(
  counts: readonly { readonly x: number; readonly n: number; readonly offset: number }[],
  { theta, tau }: { readonly theta: number; readonly tau: number },
): number {
  return counts.reduce((logLik, { x, n, offset }) => {
    let sum = 0;
    for (const { z, mass } of normalGrid) sum += mass * Math.exp(logBinomial(x, n, theta + tau * z + offset));
    return logLik + Math.log(sum);
  }, 0);
}
