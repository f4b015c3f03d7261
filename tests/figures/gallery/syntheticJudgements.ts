import type { Judgement, StudyJudgements } from "@acumeta/figures";

const order: readonly Judgement[] = ["low", "low", "some", "low", "high", "unclear", "some"];
const domains = ["randomisation", "deviations from intervention", "missing data", "measurement", "selective reporting"];

/** Synthetic judgements of as many studies, in the domains of RoB 2. */
export function judged(
  count: number,
  name: (i: number) => string = (i) => `Trial ${i + 1} ${1990 + i}`,
): readonly StudyJudgements[] {
  return Array.from({ length: count }, (_, i) => ({
    study: name(i),
    domains: Object.fromEntries(domains.map((domain, j) => [domain, order[(i * 3 + j * 2) % order.length]!])),
  }));
}
