import type { JsonObject } from "../../chartSpec.js";
import { type Label, pixels } from "../../layout/label.js";
import type { Key } from "../../layout/plane/keys.js";
import { said } from "../../layout/said.js";
import { palette, sizes } from "../../theme/theme.js";
import { type Judgement, judgements, type StudyJudgements } from "./judgements.js";

/** Pixels from one domain to the next. */
export const DOMAIN_STEP = 24;
const AREA = 17 ** 2;

/** Where a study's judgements stand. */
export interface JudgementRow {
  readonly judged: StudyJudgements;
  readonly y: number;
}

/** A disc with a sign for each judgement; the first domain's middle is at `left`. */
export function judgementMarks(
  rows: readonly JudgementRow[],
  { domains, left }: { readonly domains: readonly string[]; readonly left: number },
): { readonly layers: readonly JsonObject[]; readonly labels: readonly Label[] } {
  const cells = rows.flatMap(({ judged: { study, domains: judged }, y }) =>
    domains.flatMap((domain, i) => {
      const judgement = judged[domain];
      if (judgement === undefined) return [];
      const { color, label } = judgements[judgement];
      return [{ x: left + i * DOMAIN_STEP, y, color, judgement, says: `${study}, ${domain}: ${label}` }];
    }),
  );
  const signs = cells.map(
    ({ x, y, judgement }): Label => ({
      text: judgements[judgement].sign,
      x,
      y,
      align: "center",
      bold: true,
      color: palette.ink,
    }),
  );
  return { layers: [discs(cells.map(({ x, y, color, says }) => ({ x, y, color, says })))], labels: signs };
}

/** What each sign means, of the judgements that occur. */
export function judgementKeys(studies: readonly StudyJudgements[]): readonly Key[] {
  const used = new Set(studies.flatMap(({ domains }) => Object.values(domains)));
  return (Object.keys(judgements) as Judgement[])
    .filter((judgement) => used.has(judgement))
    .map((judgement) => ({
      text: `${judgements[judgement].sign}  ${judgements[judgement].label}`,
      mark: "disc",
      color: judgements[judgement].color,
    }));
}

/** Numbers over the domains, and the note that names them. */
export function domainHeads(
  domains: readonly string[],
  { left, y }: { readonly left: number; readonly y: number },
): { readonly labels: readonly Label[]; readonly note: string } {
  const labels = domains.map(
    (_, i): Label => ({
      text: String(i + 1),
      x: left + i * DOMAIN_STEP,
      y,
      align: "center",
      bold: true,
      size: sizes.text,
    }),
  );
  return { labels, note: `Risk of bias: ${domains.map((domain, i) => `${i + 1}\u00a0${domain}`).join("; ")}.` };
}

function discs(values: readonly JsonObject[]): JsonObject {
  return {
    name: "judgements",
    data: { values },
    mark: { type: "point", shape: "circle", filled: true, opacity: 0.75, size: AREA },
    encoding: {
      x: pixels("x"),
      y: pixels("y"),
      color: { field: "color", type: "nominal", scale: null },
      ...said,
    },
  };
}
