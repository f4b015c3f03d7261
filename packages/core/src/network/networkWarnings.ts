import { warningMessages as texts } from "../errors/messages.js";
import { halfWidth } from "../numerics/quantileCache.js";
import type { Tau2, Warning } from "../pool/result.js";
import type { Network } from "./result.js";
import type { Scale } from "./scaleOf.js";

interface Facts {
  readonly chosen: string;
  readonly scale: Scale;
  readonly tau2: Tau2;
  readonly df: number;
  readonly treatments: readonly string[];
  readonly rounded: readonly string[];
  readonly leftOut: Network["leftOut"];
}

/** What a reader must know of a network. */
export function networkWarnings({ chosen, scale, tau2, df, treatments, rounded, leftOut }: Facts): readonly Warning[] {
  const similar = similarNames(treatments);
  return [
    ...(df === 0 ? [texts.saturatedNetwork({ chosen })] : []),
    ...(scale.factor === 0 ? [texts.zeroSpread({ method: scale.method })] : []),
    ...(scale.factor > 0 && isNarrowerThanZ(scale) ? [texts.narrowerThanZ({ method: scale.method })] : []),
    ...(tau2.converged ? [] : [texts.notConverged({ method: tau2.method, iterations: tau2.iterations })]),
    ...(rounded.length > 0 ? [texts.roundedContrasts({ studies: rounded })] : []),
    ...(similar.length > 0 ? [texts.similarTreatments({ names: similar })] : []),
    ...(leftOut.length > 0
      ? [texts.leftOutDisconnected({ studies: [...new Set(leftOut.map(({ study }) => study))] })]
      : []),
  ];
}

function isNarrowerThanZ({ level, df, factor }: Scale): boolean {
  return halfWidth(level, { se: Math.sqrt(factor), df }) < halfWidth(level, { se: 1, df: null }) * (1 - 1e-12);
}

/** Names that are the same but for case, spaces and punctuation. */
function similarNames(treatments: readonly string[]): readonly (readonly string[])[] {
  const bySpelling = new Map<string, string[]>();
  for (const name of treatments) {
    const spelling = name
      .normalize("NFKC")
      .toLowerCase()
      .replaceAll(/[\s\p{P}]/gu, "");
    bySpelling.set(spelling, [...(bySpelling.get(spelling) ?? []), name]);
  }
  return [...bySpelling.values()].filter((names) => names.length > 1);
}
