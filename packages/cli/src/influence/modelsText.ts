import { boundsText, effectHead, effectText, type FixedVsRandom, measures, type PooledEffect } from "@acumeta/core";
import { decimals, pValue } from "../output/numbers.js";
import { textTable } from "../output/table.js";
import { wrap } from "../output/wrap.js";

/** The random-effects and the common-effect model side by side, and what their gap says. */
export function modelsText({ fixed, random, difference, se, p, inWords }: FixedVsRandom): string {
  const { measure, choices } = random;
  const rows = [
    { model: "random effects", fit: random },
    { model: "common effect", fit: fixed },
  ];
  const cell =
    (of: (fit: PooledEffect) => string) =>
    ({ fit }: { readonly fit: PooledEffect }) =>
      of(fit);
  const table = textTable(rows, [
    { head: "model", cell: ({ model }) => model },
    { head: "by", cell: cell(({ tau2, ci }) => `${tau2.method}, ${ci.method}`) },
    {
      head: effectHead(measure, choices.level),
      cell: cell(({ estimate, ci }) => `${effectText(measure, estimate)} ${boundsText(measure, ci)}`),
      align: "right",
    },
    { head: "tau²", cell: cell(({ tau2 }) => decimals(tau2.value, 4)), align: "right" },
  ]);
  const unit = measures[measure].ratio ? " of the logarithms" : "";
  const gap = p === null ? "" : `Gap${unit} ${decimals(difference)} (SE ${decimals(se)}, p ${pValue(p)}). `;
  const warnings = random.warnings.map(({ message }) => wrap(`Warning: ${message}`));
  return [table, wrap(`${gap}${inWords}`), ...warnings].join("\n\n");
}
