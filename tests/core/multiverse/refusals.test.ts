import { isMetaError, multiverse, permuteMultiverse } from "@acumeta/core";
import { describe, expect, test } from "vitest";
import { rated } from "./rated.ts";

type Loose = (data: unknown, options: unknown) => unknown;
const numbered = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, i) => [`o${i}`, null]));
const one = { tau2: { REML: { tau2: "REML" } } };
const nothing = () => undefined;

const refused: readonly (readonly [code: string, said: string, options: unknown])[] = [
  ["UNKNOWN_OPTION", "undefined", undefined],
  ["UNKNOWN_OPTION", '"choice"', { choice: one }],
  ["NO_CHOICES", "option choices: found undefined", {}],
  ["NO_CHOICES", "an object with nothing in it", { choices: {} }],
  ["NO_CHOICES", "a list of 1", { choices: [one] }],
  ["NO_CHOICES", "option choices: tau2: found an object with nothing in it", { choices: { tau2: {} } }],
  ["NO_CHOICES", "option choices: tau2: found null", { choices: { tau2: null } }],
  ["NOT_AN_OPTION", 'option choices: tau2: REML: found "REML"', { choices: { tau2: { REML: "REML" } } }],
  ["NOT_AN_OPTION", "found undefined", { choices: { tau2: { REML: undefined } } }],
  ["NOT_AN_OPTION", "found a list of 1", { choices: { tau2: { REML: ["REML"] } } }],
  ["NOT_AN_OPTION", "found a promise", { choices: { tau2: { REML: Promise.resolve({}) } } }],
  ["UNKNOWN_OPTION", '"method"', { choices: { tau2: { REML: { method: "REML" } } } }],
  ["UNKNOWN_CHOICE", '"reml"', { choices: { tau2: { REML: { tau2: "reml" } } } }],
  ["NOT_A_STEP", "option fit", { choices: one, fit: { estimate: 1 } }],
  ["NOT_A_STEP", "option prepare", { choices: one, prepare: null }],
  [
    "NO_DATA",
    'option choices: trials "some": found a function that gives undefined',
    { choices: { trials: { some: nothing } } },
  ],
  ["NO_DATA", "gives null", { choices: { trials: { some: () => null } } }],
  ["NO_DATA", "Await the data", { choices: { trials: { some: async () => rated } } }],
  ["NO_DATA", "gives undefined", { choices: one, prepare: nothing }],
  ["NO_ESTIMATE", 'option fit of tau2 "REML": found undefined', { choices: one, fit: nothing }],
  ["NO_ESTIMATE", "found a promise", { choices: one, fit: async () => 1 }],
  ["NO_ESTIMATE", "{ estimate }", { choices: one, fit: () => ({ estimate: 1 }) }],
  ["ALL_REFUSED", "[NO_EFFECTS]", { choices: { trials: { none: () => [] } } }],
];

const calls: Readonly<Record<string, Loose>> = {
  multiverse: multiverse as Loose,
  permuteMultiverse: permuteMultiverse as Loose,
};

describe.each(Object.entries(calls))("%s refuses", (_, call) => {
  test.each(refused)("%s: %s", (code, said, options) => {
    const thrown = thrownBy(() => call(rated, options));
    expect(thrown).toMatchObject({ code });
    expect(String(thrown)).toContain(said);
  });

  test.each([
    { estimate: Number.NaN, ci: { lower: 0, upper: 1 } },
    { estimate: 0.5, ci: { lower: Number.NEGATIVE_INFINITY, upper: 1 } },
    { estimate: 0.5, ci: { lower: 0, upper: 1 }, p: Number.NaN },
    { estimate: 0.5, ci: { lower: 0, upper: 1, p: "0.3" } },
    { estimate: 0.5, ci: { lower: 0, upper: 1 }, tau2: { value: Number.NaN } },
    { estimate: 0.5, ci: { lower: 0, upper: 1 }, k: Number.POSITIVE_INFINITY },
  ])("a fit %j, which holds what is no number", (fit) => {
    expect(() => call(rated, { choices: one, fit: () => fit })).toThrow(
      expect.objectContaining({ code: "NO_ESTIMATE" }),
    );
  });

  test("what are no effects", () => {
    const thrown = thrownBy(() => call("effects", { choices: one }));
    expect(String(thrown)).toMatch(/NOT_EFFECTS.*ALL_REFUSED/);
  });
});

test("a hundred thousand combinations are fitted, and more are refused with their number", () => {
  const fit = () => ({ estimate: 0.5, ci: { lower: 0, upper: 1 } });
  const full = { a: numbered(100), b: numbered(100), c: numbered(10) };
  expect(multiverse(rated, { choices: full, fit }).specifications).toHaveLength(100_000);
  const thrown = thrownBy(() =>
    multiverse(rated, { choices: { a: numbered(101), b: numbered(100), c: numbered(10) }, fit }),
  );
  expect(thrown).toMatchObject({ code: "TOO_MANY_COMBINATIONS" });
  expect(String(thrown)).toContain("101000 combinations");
});

function thrownBy(call: () => unknown): unknown {
  try {
    call();
  } catch (error) {
    if (isMetaError(error)) return error;
    throw error;
  }
  throw new Error("nothing was thrown");
}
