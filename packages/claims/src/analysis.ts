import type { Published, Trials } from "@acumeta/trials";
import type { Verdict } from "./verdicts.js";

/** What claims are held against. */
export interface ClaimData {
  readonly trials: Trials;
  readonly published: Published;
}

/** A number behind a verdict. */
export interface ClaimNumber {
  readonly name: string;
  /** What it counts or is measured in: "SMD", "rank", "points"; numbers of one unit can stand on one axis. */
  readonly unit: string;
  readonly value: number;
  /** null where it has no interval. */
  readonly ci: { readonly lower: number; readonly upper: number; readonly level: number } | null;
}

/** What an analysis says of a claim. */
export interface ClaimFinding {
  readonly verdict: Verdict;
  readonly numbers: readonly ClaimNumber[];
  readonly reason: string;
}

/** A registered way of testing claims; `about` is what the claim's row says it is asked about. */
export interface ClaimAnalysis {
  readonly label: string;
  readonly run: (data: ClaimData, about: string) => ClaimFinding;
}

/** No verdict, and why. */
export const untestable = (reason: string, numbers: readonly ClaimNumber[] = []): ClaimFinding => ({
  verdict: "not testable",
  numbers,
  reason,
});
