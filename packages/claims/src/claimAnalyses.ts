import { cautions, distalShare, pointRegions, usualRange } from "./analyses/described.js";
import { dose } from "./analyses/dose.js";
import {
  bestPairs,
  bestPoints,
  pointEffect,
  pointsMatter,
  popularityAgainstEffect,
  popularPoints,
} from "./analyses/points.js";
import { pooledEffect } from "./analyses/pooledEffect.js";
import { publishedBelow, publishedRate } from "./analyses/published.js";
import { trialEffect } from "./analyses/trialEffect.js";
import { type ClaimAnalysis, untestable } from "./analysis.js";

/** Ways of testing claims, by the id that claims.csv names. */
export const claimAnalyses = {
  "pooled-effect": pooledEffect,
  "trial-effect": trialEffect,
  dose,
  "points-matter": pointsMatter,
  "popular-points": popularPoints,
  "best-points": bestPoints,
  "best-pairs": bestPairs,
  "popularity-against-effect": popularityAgainstEffect,
  "point-effect": pointEffect,
  "point-regions": pointRegions,
  "distal-share": distalShare,
  "usual-range": usualRange,
  cautions,
  "published-rate": publishedRate,
  "published-below": publishedBelow,
  none: {
    label: "none: these tables hold nothing that tests it",
    run: () => untestable("These tables hold nothing that tests it."),
  },
} as const satisfies Readonly<Record<string, ClaimAnalysis>>;
