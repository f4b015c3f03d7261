import { counted, effectName, effectText } from "@acumeta/core";
import { excludesZero } from "../output/excludesZero.js";
import { listed } from "../output/listed.js";
import { pValue } from "../output/numbers.js";
import type { Bias } from "./bias.js";
import { corrected, type Estimate, uncorrected } from "./estimates.js";

/** What tests and corrected estimates come to, in plain words. */
export function inShort(bias: Bias): string {
  return [...ofTests(bias), ...ofEstimates(bias)].join(" ");
}

function ofTests({ k, tests, pooled: { choices } }: Bias): readonly string[] {
  const found = tests
    .flatMap(({ result: { test, p } }) => (p === null ? [] : [{ test, p }]))
    .sort((one, other) => one.p - other.p);
  const [first] = found;
  if (first === undefined) return ["No test says whether small trials show other effects than large ones."];
  const alpha = Number((1 - choices.level).toPrecision(6));
  const n = found.filter(({ p }) => p < alpha).length;
  const tested = `${n === 0 ? "None" : n} of ${found.length} ${found.length === 1 ? "test" : "tests"}`;
  const smallest = `p < ${alpha}; smallest p ${pValue(first.p)}, ${first.test}`;
  const meaning =
    n === 0 ? "no proof that they do not" : "by itself no sign of unpublished ones: see what each is worth";
  return [
    `${tested} ${n > 1 ? "find" : "finds"} that small trials show other effects than large ones (${smallest}), which in ${counted(k, "trial")} is ${meaning}.`,
  ];
}

function ofEstimates(bias: Bias): readonly string[] {
  const { measure } = bias.pooled;
  const plain = uncorrected(bias);
  const others = corrected(bias).filter(({ repeats }) => !repeats);
  const sorted = others.toSorted((one, other) => one.value - other.value);
  const [least, most] = [sorted[0], sorted.at(-1)];
  if (least === undefined || most === undefined) return ["Nor can a corrected estimate be had."];
  const named = ({ id, value }: Estimate) => `${effectText(measure, value)} (${id})`;
  const withCi = others.filter(({ ci }) => ci !== null);
  const isOther = (one: Estimate) =>
    excludesNone(one) !== excludesNone(plain) || (excludesNone(one) && one.value * plain.value < 0);
  const different = withCi.filter(isOther).map(({ id }) => id);
  const agreed = withCi.length - different.length;
  return [
    `Uncorrected ${effectName(measure)} ${effectText(measure, plain.value)}; corrected from ${named(least)} to ${named(most)}.`,
    `The uncorrected interval ${excludesNone(plain) ? "excludes" : "includes"} no difference, as ${agreed === 1 ? "does" : "do"} ${agreed} of ${counted(withCi.length, "corrected one")}.`,
    different.length === 0
      ? "The answer does not hang on the correction."
      : `But ${listed(different, "and")} ${different.length === 1 ? "comes" : "come"} to another answer.`,
  ];
}

function excludesNone({ ci }: Estimate): boolean {
  return ci !== null && excludesZero(ci);
}
