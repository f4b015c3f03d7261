import { isUtf8 } from "node:buffer";
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { type GoodEnd, metaError, type NetworkEffect } from "@acumeta/core";
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
  const bytes = await readFile(path);
  if (!isUtf8(bytes)) throw metaError(notUtf8(basename(path)));
  const effects = await parseNetwork(bytes.toString("utf8"), {
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

const notUtf8 = (file: string) => ({
  code: "NOT_UTF8",
  where: { file },
  found: "bytes that are not UTF-8",
  allowed: "a CSV file in UTF-8",
  mend: 'Save it again with the encoding UTF-8 (in Excel: "CSV UTF-8").',
});

function rulesOf(effects: readonly (NetworkEffect & { readonly rules?: readonly string[] })[]): readonly EffectRule[] {
  const studies = new Map<string, Set<string>>();
  for (const { study, rules = [] } of effects)
    for (const rule of rules) studies.set(rule, (studies.get(rule) ?? new Set()).add(study));
  return Array.from(studies, ([rule, names]) => ({ rule, studies: [...names] }));
}
