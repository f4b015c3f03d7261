import type { Effect } from "../../effects/effect.js";
import { messages } from "../../errors/messages.js";
import { metaError } from "../../errors/metaError.js";
import { type BuiltDesign, buildDesign } from "../../formula/buildDesign.js";
import type { LeftOutStudy } from "../../formula/missing.js";
import type { ModelMatrix } from "../../formula/modelMatrix.js";
import type { ResolvedLocationScale } from "./options.js";

/** The model matrices of both parts, of the same studies. */
export interface Parts {
  /** Places of the studies of which all moderators of both parts are known. */
  readonly used: readonly number[];
  readonly leftOut: readonly LeftOutStudy[];
  readonly location: BuiltDesign;
  readonly scale: BuiltDesign;
}

/** Both model matrices; with `missing: "leave out"` of the studies that neither of them leaves out. */
export function partsOf(
  effects: readonly Effect[],
  { moderators, scale, missing }: Pick<ResolvedLocationScale, "moderators" | "scale" | "missing">,
): Parts {
  const location = buildDesign(effects, moderators, { missing });
  const variances = buildDesign(effects, scale, { missing });
  const unknown = effects.map(() => new Set<string>());
  for (const design of [location, variances]) noteMissing(unknown, design);
  const used = unknown.flatMap(({ size }, place) => (size === 0 ? [place] : []));
  const leftOut = unknown.flatMap((names, place) =>
    names.size === 0 ? [] : [{ study: effects[place]!.study, missing: [...names] }],
  );
  if (leftOut.length === 0) return { used, leftOut, location, scale: variances };
  if (used.length === 0) throw metaError(messages.allLeftOut({ leftOut }));
  const studies = used.map((place) => effects[place]!);
  const again = (part: string | ModelMatrix) =>
    buildDesign(
      studies,
      typeof part === "string" ? part : { ...part, rows: used.map((place) => part.rows[place]!) },
      {},
    );
  return { used, leftOut, location: again(moderators), scale: again(scale) };
}

function noteMissing(unknown: readonly Set<string>[], { used, leftOut }: BuiltDesign): void {
  const kept = new Set(used);
  const places = unknown.flatMap((_, place) => (kept.has(place) ? [] : [place]));
  for (const [i, { missing }] of leftOut.entries()) for (const name of missing) unknown[places[i]!]!.add(name);
}
