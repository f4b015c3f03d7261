export type { ClaimAnalysis, ClaimData, ClaimFinding, ClaimNumber } from "./analysis.js";
export { type CheckedClaim, checkClaims } from "./checkClaims.js";
export { claimAnalyses } from "./claimAnalyses.js";
export { type Verdict, verdicts } from "./verdicts.js";
