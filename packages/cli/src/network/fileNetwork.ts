import { createReadStream } from "node:fs";
import { basename } from "node:path";
import type { GoodEnd, NetworkEffect } from "@acumeta/core";
import { parseNetwork } from "@acumeta/trials";
import type { EffectRule, NetworkData } from "./networkData.js";

interface FileChoices {
  readonly measure?: NetworkEffect["measure"];
  readonly better?: GoodEnd;
  readonly components?: boolean;
  readonly separator?: string;
  readonly inactive?: string;
}

/** The network of one CSV file. */
export async function fileNetwork(
  path: string,
  { measure, better, components, separator, inactive }: FileChoices,
): Promise<NetworkData> {
  const effects = await parseNetwork(createReadStream(path), {
    name: basename(path, ".csv"),
    ...(measure && { measure }),
  });
  return {
    title: basename(path),
    effects,
    rules: rulesOf(effects),
    notUsed: [],
    ...(better && { better }),
    ...(components && {
      components: { ...(separator !== undefined && { separator }), ...(inactive !== undefined && { inactive }) },
    }),
  };
}

function rulesOf(effects: readonly (NetworkEffect & { readonly rules?: readonly string[] })[]): readonly EffectRule[] {
  const studies = new Map<string, Set<string>>();
  for (const { study, rules = [] } of effects)
    for (const rule of rules) studies.set(rule, (studies.get(rule) ?? new Set()).add(study));
  return Array.from(studies, ([rule, names]) => ({ rule, studies: [...names] }));
}
