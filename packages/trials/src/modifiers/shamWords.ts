/**
 * What words of a sham's description say. Only plain statements count: "minimal" or "superficial" alone say neither
 * whether needles went through the skin nor where.
 */
interface Words {
  readonly found: RegExp;
  readonly means: "yes" | "no" | "same" | "elsewhere";
}

const throughSkin: readonly Words[] = [
  { found: /\bnon-?(?:penetrat|insert)\w*/i, means: "no" },
  { found: /\bwithout (?:penetration|insertion)\b/i, means: "no" },
  { found: /\bnon-needle\b/i, means: "no" },
  { found: /\bTENS\b/, means: "no" },
  { found: /\blaser\b/i, means: "no" },
  { found: /(?<!non-?)\bpenetrating\b/i, means: "yes" },
];

const place: readonly Words[] = [
  { found: /\bnon-?(?:acupuncture|specific|meridian) points?\b/i, means: "elsewhere" },
  { found: /\bnon-?(?:acu)?points?\b/i, means: "elsewhere" },
  { found: /\birrelevant points?\b/i, means: "elsewhere" },
  { found: /\bsame (?:\w+ ){0,2}points?\b/i, means: "same" },
  { found: /\bverum points?\b/i, means: "same" },
];

/** What was read, and the words that said it. */
interface Said<Meaning> {
  readonly value: Meaning;
  readonly words: string;
}

export function saidOfSkin(text: string): Said<"yes" | "no"> | null {
  return said(throughSkin, text) as Said<"yes" | "no"> | null;
}

export function saidOfPlace(text: string): Said<"same" | "elsewhere"> | null {
  return said(place, text) as Said<"same" | "elsewhere"> | null;
}

/** null where the text says nothing, or says both. */
function said(words: readonly Words[], text: string): Said<Words["means"]> | null {
  const hits = words.flatMap(({ found, means }) => {
    const [hit] = found.exec(text) ?? [];
    return hit === undefined ? [] : [{ value: means, words: hit }];
  });
  const [first = null] = hits;
  return hits.every(({ value }) => value === first?.value) ? first : null;
}
