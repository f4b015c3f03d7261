import { warningMessages as texts } from "../errors/messages.js";
import type { Warning } from "../pool/result.js";
import type { ArrangedComponents } from "./design/arrangeComponents.js";
import type { Combination, ComponentOptions } from "./design/combinations.js";
import type { AliasedSet } from "./identifiability/aliasedSets.js";

/** What a reader must know of components, whatever is fitted. */
export function componentWarnings(
  { combinations, parts, treatments }: ArrangedComponents,
  { components = {}, inactive }: ComponentOptions,
  aliased: readonly AliasedSet[],
): readonly Warning[] {
  const unused = Object.keys(components).filter((treatment) => !treatments.includes(treatment));
  const isAnyTold = tellsAny(combinations, aliased);
  const same = sameComponents(combinations);
  return [
    ...(aliased.length > 0
      ? [
          texts.componentsNotEstimable({
            because: aliased.map(({ inWords }) => inWords),
            nothingIsZero: inactive === undefined && !isAnyTold,
          }),
        ]
      : []),
    ...(parts.length > 1 ? [texts.joinedByComponents({ parts: parts.length })] : []),
    ...(same.length > 0 ? [texts.sameComponents({ treatments: same })] : []),
    ...(unused.length > 0 ? [texts.unusedComponents({ treatments: unused })] : []),
  ];
}

function tellsAny(combinations: readonly Combination[], aliased: readonly AliasedSet[]): boolean {
  const untold = aliased.flatMap(({ components }) => components);
  return combinations.some(({ components }) => components.some((component) => !untold.includes(component)));
}

/** Treatments of different names that are made of the same. */
function sameComponents(combinations: readonly Combination[]): readonly (readonly string[])[] {
  const byContent = new Map<string, string[]>();
  for (const { treatment, components, amounts } of combinations) {
    const content = JSON.stringify(components.map((component, i) => [component, amounts[i]]).sort());
    byContent.set(content, [...(byContent.get(content) ?? []), treatment]);
  }
  return [...byContent.values()].filter((treatments) => treatments.length > 1);
}
