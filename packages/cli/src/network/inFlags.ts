import { isMetaError, metaError } from "@acumeta/core";

interface Given {
  readonly components?: boolean;
}

/** How a network's error is mended at a terminal; null where the library says it well. */
const mends: Readonly<Record<string, (mend: string, given: Given) => string>> = {
  DISCONNECTED_NETWORK: (mend, { components }) => {
    const join = mend.slice(0, mend.indexOf("Check the spelling"));
    const alone = components
      ? "or ask for components alone, without --league, --ranks, --split, --svg and --png"
      : "or compare the parts by what they have in common (--components)";
    return `${join}Check the spelling of names, fit the part of one treatment (--disconnected reference, with --reference), ${alone}.`;
  },
  INCOMPLETE_TRIAL: () =>
    "Their variances tell how the comparisons go together: give a row for each arm, from which all of them are made, or give trials that differ different names.",
  EMPTY_COMPONENT: () => "Mend the name, or choose another --separator.",
  NO_COMPONENTS: () => "Check --separator and --inactive.",
};

/** An error as it is told at a terminal, with flags in place of the library's functions and options. */
export function inFlags(error: unknown, given: Given): unknown {
  if (!isMetaError(error)) return error;
  const { diagnosis } = error;
  const mend = mends[diagnosis.code];
  return mend === undefined ? error : metaError({ ...diagnosis, mend: mend(diagnosis.mend, given) });
}
